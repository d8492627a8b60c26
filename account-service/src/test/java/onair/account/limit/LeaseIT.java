package onair.account.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import onair.account.AccountIT;
import onair.test.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What gateways are given, on a real database. */
@TestPropertySource(
    properties = {
      "onair.account.limit.key.permits=1000",
      "onair.account.limit.organization.permits=20",
      "onair.account.limit.address.permits=0"
    })
class LeaseIT extends AccountIT {

  @Test
  void givesWhatWaitsAndAFewAhead() {
    TestApi.Reply lease = lease("key", "key_ahead", 1);

    assertThat(lease.status()).isEqualTo(200);
    assertThat(granted(lease)).isEqualTo(5);
    assertThat(lease.json().path("remaining").asInt()).isEqualTo(995);
    assertThat(lease.json().path("quota").asInt()).isEqualTo(1000);
    assertThat(lease.json().path("window_seconds").asInt()).isEqualTo(60);
    assertThat(granted(lease("key", "key_ahead", 300))).isEqualTo(300);
  }

  @Test
  void givesOutABucketOnceHoweverManyAskAtOnce() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> askers =
        IntStream.range(0, 300)
            .<Callable<Integer>>mapToObj(i -> () -> granted(lease("key", "key_crowd", 1 + i % 7)))
            .toList();
    int total = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> granted : threads.invokeAll(askers)) {
        total += granted.get();
      }
    }
    assertThat(total).isEqualTo(1000);
  }

  @Test
  void saysWhenAnEmptyBucketHasOnePermitAgain() {
    assertThat(granted(lease("organization", "org_empty", 50))).isEqualTo(20);
    TestApi.Reply refused = lease("organization", "org_empty", 1);
    assertThat(granted(refused)).isZero();
    assertThat(refused.json().path("retry_after_ms").asLong()).isEqualTo(3000);

    clock.advance(Duration.ofMillis(2900));
    assertThat(granted(lease("organization", "org_empty", 1))).isZero();
    clock.advance(Duration.ofMillis(101));
    assertThat(granted(lease("organization", "org_empty", 2))).isEqualTo(1);
  }

  @Test
  void neverFillsABucketAboveItsSize() {
    lease("organization", "org_rested", 20);
    clock.advance(Duration.ofHours(3));

    assertThat(granted(lease("organization", "org_rested", 100))).isEqualTo(20);
  }

  @Test
  void countsNothingThatIsNotLimited() {
    TestApi.Reply lease = lease("address", "203.0.113.9", 70_000);

    assertThat(granted(lease)).isEqualTo(70_000);
    assertThat(lease.json().path("quota").asInt()).isZero();
    assertThat(
            jdbc.sql("select count(*) from rate_limit where name like 'address:%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void forgetsBucketsThatAreFullAgain() {
    lease("organization", "org_forgotten", 1);
    clock.advance(Duration.ofHours(25));
    lease("organization", "org_other", 1);

    assertThat(
            jdbc.sql("select name from rate_limit where name like 'organization:%'")
                .query(String.class)
                .list())
        .contains("organization:org_other")
        .doesNotContain("organization:org_forgotten");
  }

  @Test
  void isForGatewaysOnly() {
    assertThat(key("*").post("/internal/limits/lease", body("key", "key_x", 1)).status())
        .isEqualTo(403);
    assertThat(lease("visitor", "x", 1).status()).isEqualTo(422);
    assertThat(lease("key", "x", 0).status()).isEqualTo(422);
  }

  private TestApi.Reply lease(String kind, String id, int waiting) {
    return gateway().post("/internal/limits/lease", body(kind, id, waiting));
  }

  private static String body(String kind, String id, int waiting) {
    return """
    {"kind":"%s","id":"%s","waiting":%d}
    """
        .formatted(kind, id, waiting);
  }

  private static int granted(TestApi.Reply lease) {
    return lease.json().path("granted").asInt();
  }
}
