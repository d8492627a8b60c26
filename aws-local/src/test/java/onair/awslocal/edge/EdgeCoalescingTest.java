package onair.awslocal.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EdgeCoalescingTest {

  @Test
  void asksTheOriginOnceForTwoHundredViewersAtOnce() throws Exception {
    try (Edge edge = Edge.plain();
        ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      edge.origin.answers(CountingOrigin.ok("segment", Duration.ofMinutes(1)));
      edge.origin.hold();
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(viewers.submit(() -> edge.get("/seg.m4s")));
      }
      await().until(() -> edge.origin.count() == 1);
      edge.origin.release();

      int misses = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body()).isEqualTo("segment");
        misses += Edge.xCache(answer.get()).startsWith("Miss") ? 1 : 0;
      }
      assertThat(edge.origin.count()).isEqualTo(1);
      assertThat(misses).isEqualTo(1);
    }
  }

  @Test
  void doesNotJoinUncacheableFetchesThatEnded() {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(CountingOrigin.ok("now", Duration.ZERO));
      for (int i = 0; i < 5; i++) {
        edge.get("/now");
      }
      assertThat(edge.origin.count()).isEqualTo(5);
    }
  }

  @Test
  void servesTheOthersWhenTheViewerWhoCausedTheFetchLeaves() throws Exception {
    try (Edge edge = Edge.plain();
        ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      edge.origin.hold();
      abandon(edge, "/seg.m4s");
      await().until(() -> edge.origin.count() == 1);
      Future<HttpResponse<String>> other = viewers.submit(() -> edge.get("/seg.m4s"));
      edge.origin.release();

      assertThat(other.get().body()).isEqualTo("hello");
      assertThat(edge.origin.count()).isEqualTo(1);
    }
  }

  @Test
  void staysUpWhenViewersLeaveInTheMiddleOfBodies() throws Exception {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(CountingOrigin.ok("x".repeat(6 << 20), Duration.ofMinutes(1)));
      for (int i = 0; i < 20; i++) {
        abandon(edge, "/big");
      }

      assertThat(edge.get("/big").body()).hasSize(6 << 20);
    }
  }

  @Test
  void keepsNothingThatWasFetchedBeforeAnInvalidation() throws Exception {
    try (Edge edge = Edge.plain();
        ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      edge.origin.answers(CountingOrigin.ok("old", Duration.ofMinutes(1)));
      edge.origin.hold();
      Future<HttpResponse<String>> old = viewers.submit(() -> edge.get("/a"));
      await().until(() -> edge.origin.count() == 1);
      edge.network.purge("E1", List.of("/*"));
      edge.origin.release();
      assertThat(old.get().body()).isEqualTo("old");

      edge.origin.answers(CountingOrigin.ok("new", Duration.ofMinutes(1)));

      assertThat(edge.get("/a").body()).isEqualTo("new");
    }
  }

  @Test
  void givesEveryoneWhoWaitsTheOriginsFailure() {
    try (Edge edge = Edge.plain()) {
      edge.directory.register(
          Edge.ORIGIN_HOST,
          request -> {
            throw new IllegalStateException("disk on fire");
          });

      HttpResponse<String> failed = edge.get("/a");

      assertThat(failed.statusCode()).isEqualTo(502);
      assertThat(failed.body()).contains(Edge.ORIGIN_HOST).doesNotContain("fire");
    }
  }

  private static void abandon(Edge edge, String path) throws IOException {
    try (Socket socket = edge.connect()) {
      String head = "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
  }
}
