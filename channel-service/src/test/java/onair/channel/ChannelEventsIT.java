package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import onair.common.aws.AwsClients;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running channel is asked for so rarely that only what AWS tells by itself counts. */
@WithPostgres
@WithTokens
@SpringBootTest(
    classes = ChannelApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "onair.deployment=test",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.channel.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "onair.channel.watch.waiting=1h",
    })
class ChannelEventsIT {

  private static final LocalCloud CLOUD = new LocalCloud(temporary(), "fast");

  private final TestApi api;
  private final JdbcClient jdbc;
  private final AwsClients clients;

  @Autowired
  ChannelEventsIT(@LocalServerPort int port, JdbcClient jdbc, AwsClients clients) {
    this.api =
        TestApi.at(port).as("channel-service", new Caller("org_1", "key_1", Set.of("channels:*")));
    this.jdbc = jdbc;
    this.clients = clients;
  }

  @DynamicPropertySource
  static void cloud(DynamicPropertyRegistry properties) {
    properties.add("onair.aws.endpoint", CLOUD::endpoint);
  }

  @AfterAll
  static void closeCloud() {
    CLOUD.down();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("channel-events");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void anEncoderThatAStrangerStoppedIsStartedAgainBecauseAwsTellsOfIt() {
    String id = api.post("/v1/channels", "{\"name\":\"Show\"}").json().path("id").asString();
    // The queue and its rules are made when the service is up, and the first events go out then.
    await().atMost(Duration.ofSeconds(30)).until(this::toldOutside);
    api.post("/v1/channels/" + id + "/start", "{}");
    awaitStatus(id, "waiting");

    LocalCloud.stopEncoders(clients);

    awaitStatus(id, "starting");
    awaitStatus(id, "waiting");
    assertThat(api.delete("/v1/channels/" + id).status()).isEqualTo(202);
  }

  private boolean toldOutside() {
    return jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0;
  }

  private void awaitStatus(String id, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> api.get("/v1/channels/" + id).json().path("status").asString(), status::equals);
  }
}
