package onair.awslocal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.Door;
import onair.awslocal.medialive.ChannelRequests;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import tools.jackson.databind.JsonNode;

/** The ledger of a whole aws-local, by a clock that is moved at the door. */
class LedgerEndpointsTest {

  @TempDir Path folder;

  @Test
  void tellsWhatABroadcastCostAndKeepsItOverARestart() {
    String channel;
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        MediaLiveClient live = LocalApi.client(MediaLiveClient.builder(), local.endpoint());
        MediaPackageV2Client packager =
            LocalApi.client(MediaPackageV2Client.builder(), local.endpoint())) {
      Door door = new Door(local.endpoint());
      door.post("/clock/freeze");
      packager.createChannelGroup(g -> g.channelGroupName("grp1"));
      packager.createChannel(c -> c.channelGroupName("grp1").channelName("show").inputType("CMAF"));
      String group =
          live.createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("127.0.0.1/32")))
              .securityGroup()
              .id();
      String input =
          live.createInput(
                  i ->
                      i.name("in")
                          .type(InputType.RTMP_PUSH)
                          .inputSecurityGroups(group)
                          .destinations(
                              InputDestinationRequest.builder().streamName("a/b").build()))
              .input()
              .id();
      channel = live.createChannel(ChannelRequests.live("show", input)).channel().id();
      await().until(() -> state(live, channel).equals("IDLE"));
      advance(door, 100);
      live.startChannel(c -> c.channelId(channel));
      await().until(() -> state(live, channel).equals("RUNNING"));
      advance(door, 1000);
      live.stopChannel(c -> c.channelId(channel));
      await().until(() -> state(live, channel).equals("IDLE"));
      advance(door, 50);

      JsonNode channels = ledger(door, "?service=medialive&kind=channel");
      assertThat(channels.at("/entries/0/state").stringValue()).isEqualTo("IDLE");
      assertThat(billed(channels, "medialive-channel-running")).isEqualTo(1020);
      assertThat(billed(channels, "medialive-channel-idle")).isEqualTo(150);
      assertThat(billed(ledger(door, ""), "medialive-push-input-idle")).isEqualTo(150);
      assertThat(states(channels)).contains("IDLE", "RUNNING").endsWith("IDLE");
    }
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        MediaLiveClient live = LocalApi.client(MediaLiveClient.builder(), local.endpoint())) {
      Door door = new Door(local.endpoint());
      advance(door, 10);
      live.deleteChannel(c -> c.channelId(channel));
      await().until(() -> state(live, channel).equals("DELETED"));
      advance(door, 100_000);

      JsonNode channels = ledger(door, "?service=medialive&kind=channel&alive=false");
      assertThat(channels.path("entries").size()).isEqualTo(1);
      assertThat(channels.at("/entries/0/state").stringValue()).isEqualTo("DELETED");
      assertThat(billed(channels, "medialive-channel-running")).isEqualTo(1020);
      assertThat(billed(channels, "medialive-channel-idle")).isEqualTo(160);
      String arn = channels.at("/entries/0/arn").stringValue();
      assertThat(arn).endsWith(":channel:" + channel);
      assertThat(ledger(door, "?arn=" + arn).path("entries").size()).isEqualTo(1);
      assertThat(arns(ledger(door, "?alive=true"))).doesNotContain(arn).hasSize(4);
      Instant later = Instant.parse(channels.at("/entries/0/ended").stringValue()).plusSeconds(1);
      assertThat(arns(ledger(door, "?since=" + later))).doesNotContain(arn).hasSize(4);
    }
  }

  @Test
  void namesWhatIsLeftOverInEveryService() {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        MediaConnectClient connect =
            LocalApi.client(MediaConnectClient.builder(), local.endpoint())) {
      Door door = new Door(local.endpoint());
      String flow =
          connect
              .createFlow(
                  f ->
                      f.name("f")
                          .source(
                              s ->
                                  s.name("in")
                                      .protocol(Protocol.SRT_LISTENER)
                                      .ingestPort(5_000)
                                      .whitelistCidr("127.0.0.1/32")))
              .flow()
              .flowArn();
      assertThat(arns(ledger(door, "?alive=true"))).containsExactly(flow);
      connect.deleteFlow(f -> f.flowArn(flow));
      await().until(() -> arns(ledger(door, "?alive=true")).isEmpty());
      assertThat(arns(ledger(door, "?service=mediaconnect"))).containsExactly(flow);
      assertThat(door.post("/reset").status()).isEqualTo(200);
      assertThat(arns(ledger(door, ""))).isEmpty();
    }
  }

  @Test
  void refusesQuestionsItDoesNotUnderstand() {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder))) {
      Door door = new Door(local.endpoint());
      for (String query : List.of("?alive=maybe", "?since=today", "?channel=1")) {
        Door.Answer refused = door.get("/ledger" + query);
        assertThat(refused.status()).as(query).isEqualTo(400);
        assertThat(refused.body().path("code").stringValue()).isEqualTo("InvalidRequest");
      }
    }
  }

  private static String state(MediaLiveClient live, String channel) {
    return live.describeChannel(c -> c.channelId(channel)).stateAsString();
  }

  private static void advance(Door door, int seconds) {
    assertThat(door.post("/clock/advance", "{\"seconds\":" + seconds + "}").status())
        .isEqualTo(200);
  }

  private static JsonNode ledger(Door door, String query) {
    Door.Answer answer = door.get("/ledger" + query);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private static double billed(JsonNode ledger, String billingClass) {
    return ledger.path("billed_seconds").path(billingClass).asDouble();
  }

  private static List<String> arns(JsonNode ledger) {
    return ledger.path("entries").values().stream()
        .map(entry -> entry.path("arn").stringValue())
        .toList();
  }

  private static List<String> states(JsonNode ledger) {
    return ledger.at("/entries/0/intervals").values().stream()
        .map(interval -> interval.path("state").stringValue())
        .toList();
  }
}
