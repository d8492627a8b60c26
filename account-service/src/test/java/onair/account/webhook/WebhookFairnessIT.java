package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onair.account.event.EventFeed;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.Receiver;
import onair.test.Receiver.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one receiver suffers is nobody else's trouble. */
class WebhookFairnessIT extends WebhookIT {

  private static final int BACKLOG = 10_000;

  @Test
  void tenThousandEventsForAReceiverThatHangsKeepNobodyElseWaiting() throws Exception {
    JsonNode webhook = create();
    var release = new CountDownLatch(1);
    receiver.answers(
        message -> {
          try {
            release.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return Answer.of(200);
        });
    fillTheLog();
    happens("ch_last", 1);
    soon(() -> assertThat(receiver.all()).hasSizeGreaterThanOrEqualTo(8));

    String neighbour = Ids.next("org");
    try (var other = new Receiver()) {
      var api = as(new Caller(neighbour, "key_2", Set.of("webhooks:*")));
      api.post("/v1/webhooks", "{\"url\":\"" + other.url() + "\"}");
      for (long number = 1; number <= 20; number++) {
        feed.deliver(EventFeed.channel(neighbour, number, "channel.updated", "ch_other"));
      }

      soon(() -> assertThat(other.sequences()).hasSize(20).isSorted());
      assertThat(receiver.taken()).as("the other one still hangs").isEmpty();
      api.get("/v1/webhooks")
          .json()
          .path("data")
          .forEach(one -> api.delete("/v1/webhooks/" + one.path("id").asString()));
    } finally {
      release.countDown();
    }
    soon(() -> assertThat(shown(webhook).path("sequence").asLong()).isEqualTo(BACKLOG + 1));
  }

  /** As if there had been so many. */
  private void fillTheLog() {
    Tenancy.runAsSystem(
        () -> {
          jdbc.sql(
                  """
                  insert into event (organization_id, sequence, id, type, created_at, resource_object, resource_id, resource_version, data)
                  select :organization, n, :organization || '_' || n, 'channel.updated', now(), 'channel', 'ch_' || n % 100, n, '{}'
                  from generate_series(1, :count) n
                  """)
              .param("organization", organization)
              .param("count", BACKLOG)
              .update();
          jdbc.sql("insert into event_head (organization_id, last) values (:organization, :count)")
              .param("organization", organization)
              .param("count", BACKLOG)
              .update();
        });
  }
}
