package onair.common.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import onair.common.outgoing.OutgoingFailed.Reason;
import onair.common.outgoing.RawServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GuardedClientIT {

  private static final Answer OK =
      Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a=b\r\n\r\nok");

  private final Clients.Names names = new Clients.Names();

  @Test
  void bringsTheRequestThereAndTheAnswerBack() throws IOException {
    names.with("hooks.example.com", "127.0.0.1");
    try (RawServer server = RawServer.on("127.0.0.1", 0, OK);
        GuardedClient client = Clients.ofThisMachine(names)) {
      GuardedReply reply =
          client.send(
              GuardedRequest.post(
                  at("hooks.example.com", server, "/a%20b?c=%2F"),
                  Map.of("Content-Type", "application/json", "webhook-id", "evt_1"),
                  "{}".getBytes(StandardCharsets.UTF_8)));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.isSuccess()).isTrue();
      assertThat(reply.text()).isEqualTo("ok");
      assertThat(reply.truncated()).isFalse();
      assertThat(server.heads().getFirst())
          .startsWith("POST /a%20b?c=%2F HTTP/1.1\n")
          .contains("Host: hooks.example.com:" + server.port() + "\n")
          .contains("webhook-id: evt_1\n")
          .contains("Content-Type: application/json\n")
          .contains("Content-Length: 2\n")
          .contains("User-Agent: OnAir/1\n");
    }
  }

  @Test
  void connectsToTheAddressItChecked() throws IOException {
    names.with("rebinds.example.com", "127.0.0.1").with("rebinds.example.com", "127.0.0.2");
    try (RawServer server = RawServer.on("127.0.0.1", 0, OK);
        RawServer trap = RawServer.on("127.0.0.2", server.port(), OK);
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("rebinds.example.com", server, "/"), Map.of());
      assertThat(client.send(request).status()).isEqualTo(200);
      assertThat(names.asked()).containsExactly("rebinds.example.com");
      assertRefused(client, request, TargetRefused.Reason.NETWORK);
      assertThat(names.asked()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(trap.connections()).isZero();
    }
  }

  @Test
  void looksAgainAtANameThatWasFineWhenItWasStored() throws IOException {
    names.with("later.example.com", "93.184.216.34").with("later.example.com", "127.0.0.2");
    OutgoingProperties properties = Clients.thisMachine();
    try (RawServer trap = RawServer.on("127.0.0.2", 0, OK);
        GuardedClient client = Clients.client(properties, names)) {
      URI target = at("later.example.com", trap, "/");
      new TargetCheck(properties, names).check(target);
      assertRefused(client, GuardedRequest.get(target, Map.of()), TargetRefused.Reason.NETWORK);
      assertThat(trap.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.2:{trap}/",
        "http://localhost:{trap}/",
        "//127.0.0.2:{trap}/",
        "http://user@here.example.com:{here}/",
        "https://here.example.com:{here}/",
        "http://here.example.com:{trap}/",
        "http://elsewhere.example.com:{here}/",
        "http://here.example.com.:{here}/",
        "file:///etc/passwd",
        "http://[::1]:{trap}/",
        "http://exa mple.com/",
        "http://2130706433:{trap}/"
      })
  void followsARedirectNowhereElse(String location) throws IOException {
    names.with("here.example.com", "127.0.0.1").with("elsewhere.example.com", "127.0.0.1");
    try (RawServer trap = RawServer.trap();
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        RawServer server =
            RawServer.on(
                listener,
                Answer.of(
                    "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                        + location
                            .replace("{trap}", Integer.toString(trap.port()))
                            .replace("{here}", Integer.toString(listener.getLocalPort()))
                        + "\r\n\r\n"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("here.example.com", server, "/"), Map.of());
      assertThatThrownBy(() -> client.send(request.followingRedirects(3)))
          .isInstanceOf(TargetRefused.class);
      assertThat(client.send(request).status()).isEqualTo(302);
      assertThat(trap.connections()).isZero();
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void followsARedirectOnTheSameHostAsOftenAsAsked() throws IOException {
    names.with("here.example.com", "127.0.0.1");
    try (RawServer server =
            RawServer.on(
                "127.0.0.1",
                0,
                Answer.of("HTTP/1.1 307 Over There\r\nContent-Length: 0\r\nLocation: b\r\n\r\n"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("here.example.com", server, "/a"), Map.of());
      assertThat(client.send(request.followingRedirects(2)).status()).isEqualTo(307);
      assertThat(server.heads()).hasSize(3);
      assertThat(server.heads().getLast()).startsWith("GET /b HTTP/1.1");
    }
  }

  @Test
  void neverRepeatsAPostWhereARedirectLeads() throws IOException {
    names.with("here.example.com", "127.0.0.1");
    try (RawServer server =
            RawServer.on(
                "127.0.0.1",
                0,
                Answer.of("HTTP/1.1 308 There\r\nContent-Length: 0\r\nLocation: /b\r\n\r\n"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      var post = GuardedRequest.post(at("here.example.com", server, "/"), Map.of(), new byte[1]);
      assertThat(client.send(post.followingRedirects(2)).status()).isEqualTo(308);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsNoMoreThanItKeeps() throws IOException {
    try (RawServer server =
            RawServer.on("127.0.0.1", 0, Answer.endless("HTTP/1.1 200 OK\r\n\r\n", "0123456789"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      GuardedReply reply = client.send(GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of()));
      assertThat(reply.truncated()).isTrue();
      assertThat(reply.body()).hasSize(1024);
    }
  }

  @Test
  void readsNoMoreOfAChunkedAnswerEither() throws IOException {
    try (RawServer server =
            RawServer.on(
                "127.0.0.1",
                0,
                Answer.endless(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                    "a\r\n0123456789\r\n"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      assertThat(client.send(GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of())))
          .satisfies(
              reply -> assertThat(reply.truncated()).isTrue(),
              reply -> assertThat(reply.body()).hasSize(1024));
    }
  }

  @Test
  void unpacksNothing() throws IOException {
    try (RawServer server =
            RawServer.on(
                "127.0.0.1",
                0,
                Answer.of(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbomb"));
        GuardedClient client = Clients.ofThisMachine(names)) {
      GuardedReply reply = client.send(GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of()));
      assertThat(reply.text()).isEqualTo("bomb");
      assertThat(server.heads().getFirst()).doesNotContain("Accept-Encoding");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200 OK\r\n', 'a: bbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n'",
    "'HTTP/1.1 200 OK\r\na: ', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbb'",
    "'', 'nonsense\r\n'",
    "'SSH-2.0-OpenSSH_9.9\r\n', 'x'"
  })
  void givesUpOnAHeadWithoutEnd(String start, String again) throws IOException {
    try (RawServer server = RawServer.on("127.0.0.1", 0, Answer.endless(start, again));
        GuardedClient client = Clients.ofThisMachine(names)) {
      assertFails(
          client, GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of()), Reason.BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"})
  void givesUpOnOneThatStopsInTheMiddle(String start) throws IOException {
    var over = new CountDownLatch(1);
    Answer silence =
        out -> {
          Answer.of(start).to(out);
          awaitUninterrupted(over);
        };
    try (RawServer server = RawServer.on("127.0.0.1", 0, silence);
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of());
      assertFails(client, request.within(Duration.ofMillis(300)), Reason.TIMEOUT);
    } finally {
      over.countDown();
    }
  }

  @Test
  void givesUpOnOneThatSaysALittleAgainAndAgain() throws IOException {
    var over = new CountDownLatch(1);
    Answer dripping =
        out -> {
          Answer.of("HTTP/1.1 200 OK\r\n\r\n").to(out);
          while (over.getCount() > 0) {
            Answer.of(".").to(out);
            LockSupport.parkNanos(5_000_000);
          }
        };
    try (RawServer server = RawServer.on("127.0.0.1", 0, dripping);
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of());
      assertFails(client, request.within(Duration.ofMillis(300)), Reason.TIMEOUT);
    } finally {
      over.countDown();
    }
  }

  @Test
  void carriesNothingFromOneRequestToTheNext() throws IOException {
    try (RawServer server = RawServer.on("127.0.0.1", 0, OK);
        GuardedClient client = Clients.ofThisMachine(names)) {
      var request = GuardedRequest.get(at("127.0.0.1", server, "/"), Map.of());
      client.send(request);
      client.send(request);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.heads()).noneMatch(head -> head.contains("Cookie"));
    }
  }

  @Test
  void saysWhyItGotNoAnswer() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = closed.getLocalPort();
    }
    HostLookup none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (GuardedClient client = Clients.ofThisMachine(names);
        GuardedClient withoutNames = Clients.ofThisMachine(none)) {
      URI target = URI.create("http://127.0.0.1:" + nobody + "/");
      assertFails(client, GuardedRequest.get(target, Map.of()), Reason.UNREACHABLE);
      URI unknown = URI.create("http://nowhere.example.com/");
      assertFails(withoutNames, GuardedRequest.get(unknown, Map.of()), Reason.UNKNOWN_HOST);
    }
  }

  @Test
  void doesNotWaitForASlowNameServer() {
    var over = new CountDownLatch(1);
    HostLookup slow =
        host -> {
          awaitUninterrupted(over);
          throw new UnknownHostException(host);
        };
    OutgoingProperties properties = Clients.properties("lookup-timeout=100ms");
    try (GuardedClient client = Clients.client(properties, slow)) {
      var request = GuardedRequest.get(URI.create("https://slow.example.com/"), Map.of());
      assertFails(client, request, Reason.UNKNOWN_HOST);
    } finally {
      over.countDown();
    }
  }

  @Test
  void speaksOnlyHttpsOnItsPortsUnlessToldOtherwise() throws IOException {
    try (RawServer trap = RawServer.trap();
        GuardedClient client =
            Clients.client(Clients.properties("allowed-networks=127.0.0.0/8"), names)) {
      assertRefused(client, get("http://127.0.0.1:443/"), TargetRefused.Reason.SCHEME);
      URI other = URI.create("https://127.0.0.1:" + trap.port() + "/");
      assertRefused(client, GuardedRequest.get(other, Map.of()), TargetRefused.Reason.PORT);
      assertRefused(client, get("https://a:b@127.0.0.1/"), TargetRefused.Reason.USER_INFO);
      assertThat(trap.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example.com",
    "host, evil.example.com",
    "Content-Length, 0",
    "Transfer-Encoding, chunked",
    "Connection, keep-alive",
    "X-A, 'a\r\nX-B: b'",
    "'X-A\r\nX-B', a",
    "'X A', a"
  })
  void takesNoHeaderThatChangesTheRequest(String name, String value) {
    URI target = URI.create("https://example.com/");
    assertThatThrownBy(() -> GuardedRequest.get(target, Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static GuardedRequest get(String target) {
    return GuardedRequest.get(URI.create(target), Map.of());
  }

  private static URI at(String host, RawServer server, String path) {
    return URI.create("http://" + host + ":" + server.port() + path);
  }

  private static void assertRefused(
      GuardedClient client, GuardedRequest request, TargetRefused.Reason reason) {
    var refused = catchThrowableOfType(TargetRefused.class, () -> client.send(request));
    assertThat(refused.reason()).isEqualTo(reason);
  }

  private static void assertFails(GuardedClient client, GuardedRequest request, Reason reason) {
    var failed = catchThrowableOfType(OutgoingFailed.class, () -> client.send(request));
    assertThat(failed.reason()).as(failed.toString(), failed.getCause()).isEqualTo(reason);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
