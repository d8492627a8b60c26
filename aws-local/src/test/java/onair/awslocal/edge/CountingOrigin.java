package onair.awslocal.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import onair.awslocal.origin.OriginHandler;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;

/** An origin that remembers what it was asked, answers what the test says, and can be held back. */
final class CountingOrigin implements OriginHandler {

  private final List<OriginRequest> requests = new CopyOnWriteArrayList<>();
  private volatile OriginResponse answer = ok("hello", Duration.ofSeconds(60));
  private volatile CountDownLatch gate = new CountDownLatch(0);

  static OriginResponse ok(String body, Duration maxAge) {
    return new OriginResponse(
        200, "text/plain", maxAge, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public OriginResponse handle(OriginRequest request) {
    requests.add(request);
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }

  void answers(OriginResponse response) {
    answer = response;
  }

  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  int count() {
    return requests.size();
  }

  OriginRequest last() {
    return requests.getLast();
  }
}
