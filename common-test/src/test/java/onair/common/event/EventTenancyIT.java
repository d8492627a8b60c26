package onair.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import onair.test.PostgresDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Whose rows a listener sees, on a thread that has not said what it works for. */
class EventTenancyIT {

  private static final String EVENT =
      """
      {"id": "%1$s", "source": "%2$s", "detail-type": "channel.live", "time": "2026-01-31T12:00:00Z",
       "resources": [], "detail": {"id": "%1$s", "organization_id": "%3$s"}}
      """;

  private final PostgresDatabase database = PostgresDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void migrate() {
    database.migrate("classpath:db/common");
  }

  @Test
  void aListenerSeesTheRowsOfTheEventsOrganization() {
    deliver("evt_1", "onair.channel-service", "org_1");
    deliver("evt_2", "onair.vod-service", "org_2");

    assertThat(seen).containsExactly("org_1", "org_2");
  }

  @Test
  void aListenerSeesAllWhenTheEventIsOfAwsOrOfWhatAllShare() {
    deliver("evt_1", "onair.channel-service", "");
    deliver("evt_2", "aws.medialive", "org_made_up");

    assertThat(seen).containsExactly("*", "*");
  }

  @Test
  void anEventCannotClaimToBeOfAllOrganizations() {
    assertThatThrownBy(() -> deliver("evt_1", "onair.channel-service", "*"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seen).isEmpty();
  }

  private void deliver(String id, String source, String organization) {
    EventListener listener =
        new EventListener() {
          @Override
          public boolean accepts(String from, String detailType) {
            return true;
          }

          @Override
          public void on(IncomingEvent event) {
            seen.add(
                jdbc.sql("select current_setting('onair.organization', true)")
                    .query(String.class)
                    .single());
          }
        };
    new EventDelivery(
            List.of(listener),
            new ConsumedEvents(jdbc),
            transactions,
            JsonMapper.shared(),
            InstantSource.system())
        .deliver(EVENT.formatted(id, source, organization));
  }
}
