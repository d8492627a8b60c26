package onair.awslocal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.Door;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ChannelGroupListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.ThrottlingException;
import tools.jackson.databind.JsonNode;

/** Faults put at the door, and what an SDK client that never tries twice sees of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFaultsTest {

  private AwsLocal local;
  private Door door;
  private MediaPackageV2Client packager;
  private int names;

  @BeforeAll
  void start(@TempDir Path folder) {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    door = new Door(local.endpoint());
    packager = LocalApi.client(MediaPackageV2Client.builder(), local.endpoint());
  }

  @AfterAll
  void stop() {
    packager.close();
    local.close();
  }

  @AfterEach
  void noMoreFaults() {
    door.delete("/faults");
    door.post("/clock/reset");
  }

  @Test
  void beforeMeansThatNothingHappensAndNothingIsAnswered() {
    String name = name();
    String fault = fault("'operation':'CreateChannelGroup','call':1,'kind':'before'");
    assertCut(() -> create(name));
    assertThat(groups()).doesNotContain(name);
    create(name);
    assertThat(groups()).contains(name);
    assertThat(fired(fault)).containsExactly(1L);
  }

  @Test
  void beforeCanBeAnsweredWithAnError() {
    String name = name();
    fault("'operation':'CreateChannelGroup','kind':'before','status':500");
    AwsServiceException refused = refused(() -> create(name));
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InternalServerException");
    assertThat(groups()).doesNotContain(name);
  }

  @Test
  void aLostAnswersEffectIsThere() {
    String name = name();
    fault("'operation':'CreateChannelGroup','call':1,'kind':'lost_answer'");
    assertCut(() -> create(name));
    assertThat(groups()).contains(name);
    assertThat(refused(() -> create(name)).statusCode()).isEqualTo(409);
  }

  @Test
  void aTornAnswersEffectIsThere() {
    String name = name();
    fault("'operation':'CreateChannelGroup','call':1,'kind':'reset'");
    assertCut(() -> create(name));
    assertThat(groups()).contains(name);
  }

  @Test
  void aLateEffectComesAfterItsCallerIsGone() {
    door.post("/clock/freeze");
    String name = name();
    fault("'operation':'CreateChannelGroup','call':1,'kind':'late_effect','delay_ms':60000");
    assertCut(() -> create(name));
    door.post("/clock/advance", "{\"seconds\":59.9}");
    assertThat(groups()).doesNotContain(name);
    door.post("/clock/advance", "{\"seconds\":0.1}");
    assertThat(groups()).contains(name);
  }

  @Test
  void aLateEffectCanFollowAnError() {
    door.post("/clock/freeze");
    String name = name();
    fault(
        "'operation':'CreateChannelGroup','call':1,'kind':'late_effect','delay_ms':60000,'status':503,'code':'Busy'");
    AwsServiceException refused = refused(() -> create(name));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("Busy");
    door.post("/clock/advance", "{\"seconds\":59.9}");
    assertThat(groups()).doesNotContain(name);
    door.post("/clock/advance", "{\"seconds\":0.1}");
    assertThat(groups()).contains(name);
  }

  @Test
  void aResetEndsAllFaultsAndWhatIsStillToComeOfThem() {
    door.post("/clock/freeze");
    String name = name();
    fault("'operation':'CreateChannelGroup','kind':'late_effect','delay_ms':60000");
    assertCut(() -> create(name));
    assertThat(door.post("/reset").status()).isEqualTo(200);
    assertThat(door.get("/faults").body().path("faults").size()).isZero();
    door.post("/clock/advance", "{\"seconds\":120}");
    assertThat(groups()).isEmpty();
    create(name);
    assertThat(groups()).containsExactly(name);
  }

  @Test
  void throttlesAsTheServiceDoes() {
    fault("'kind':'throttle'");
    assertThatThrownBy(this::groups)
        .isInstanceOfSatisfying(
            ThrottlingException.class, e -> assertThat(e.statusCode()).isEqualTo(429));
  }

  @Test
  void answersTheErrorThatIsAskedFor() {
    String name = name();
    fault(
        "'operation':'CreateChannelGroup','kind':'error','status':402,'code':'ServiceQuotaExceededException'");
    AwsServiceException refused = refused(() -> create(name));
    assertThat(refused.getClass().getSimpleName()).isEqualTo("ServiceQuotaExceededException");
    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(refused.requestId()).isNotBlank();
    assertThat(groups()).doesNotContain(name);
  }

  @Test
  void aSlowCallIsCarriedOutLate() {
    String name = name();
    fault("'operation':'CreateChannelGroup','kind':'slow','delay_ms':700");
    long begin = System.nanoTime();
    create(name);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(700));
    assertThat(groups()).contains(name);
  }

  @Test
  void aStaleListIsOfTheTimeBefore() {
    String old = name();
    create(old);
    String fault = fault("'kind':'stale_list','delay_ms':600000,'times':2");
    String name = name();
    create(name);
    packager.getChannelGroup(g -> g.channelGroupName(name));
    assertThat(groups()).doesNotContain(name, old);
    assertThat(refused(() -> create(name)).statusCode()).as("the present is known").isEqualTo(409);
    assertThat(groups()).doesNotContain(name);
    assertThat(groups()).contains(name, old);
    assertThat(fired(fault)).as("of lists").containsExactly(1L, 2L);
  }

  @Test
  void happensAtTheCallsThatWereSaidAndNotMoreOftenThanSaid() {
    fault("'operation':'ListChannelGroups','every':3,'times':2,'kind':'before'");
    assertThat(cutCalls(12)).containsExactly(3, 6);
    door.delete("/faults");
    fault("'operation':'*','call':5,'kind':'lost_answer'");
    assertThat(cutCalls(12)).containsExactly(5);
    door.delete("/faults");
    fault("'operation':'GetChannelGroup','kind':'before'");
    assertThat(cutCalls(3)).isEmpty();
  }

  @Test
  void theOldestOfSeveralFaultsHappens() {
    String first = fault("'call':2,'kind':'before'");
    String second = fault("'every':1,'kind':'throttle','times':2");
    assertThat(refused(this::groups)).isInstanceOf(ThrottlingException.class);
    assertCut(this::groups);
    assertThat(refused(this::groups)).isInstanceOf(ThrottlingException.class);
    assertThat(groups()).isNotNull();
    assertThat(fired(first)).containsExactly(2L);
    assertThat(fired(second)).containsExactly(1L, 3L);
  }

  @Test
  void theSameSeedChoosesTheSameCalls() {
    String fault = fault("'probability':0.3,'kind':'before'");
    List<Integer> chosen = cutCalls(60);
    assertThat(chosen).hasSizeBetween(5, 35);
    long seed = status(fault).at("/fault/seed").longValue();
    assertThat(fired(fault)).isEqualTo(chosen.stream().map(Integer::longValue).toList());
    door.delete("/faults/" + fault);

    fault("'probability':0.3,'kind':'before','seed':" + seed);
    assertThat(cutCalls(60)).isEqualTo(chosen);
    door.delete("/faults");
    fault("'probability':0.3,'kind':'before','seed':" + (seed + 1));
    assertThat(cutCalls(60)).isNotEqualTo(chosen);
  }

  @Test
  void showsHowOftenItHappenedAndEndsWhenTold() {
    String fault = fault("'operation':'ListChannelGroups','call':2,'kind':'before'");
    String other = fault("'operation':'DeleteChannelGroup','kind':'throttle'");
    cutCalls(3);
    JsonNode all = door.get("/faults").body().path("faults");
    assertThat(all.values())
        .extracting(each -> each.path("id").stringValue())
        .containsExactly(fault, other);
    assertThat(all.get(0).path("seen").asInt()).isEqualTo(3);
    assertThat(all.get(0).path("fired").asInt()).isEqualTo(1);
    assertThat(all.get(0).at("/fault/kind").stringValue()).isEqualTo("before");
    door.delete("/faults/" + fault);
    assertThat(door.get("/faults/" + fault).status()).isEqualTo(404);
    assertThat(door.delete("/faults/" + fault).status()).isEqualTo(404);
    door.delete("/faults");
    assertThat(door.get("/faults").body().path("faults").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'kind':'vanish'|kind must be one of before, lost_answer",
        "|kind must be one of before",
        "'kind':'before','call':1,'every':2|only one of call, every and probability",
        "'kind':'before','call':0|call must be 1 or more",
        "'kind':'before','call':1.5|The body is not the JSON expected",
        "'kind':'before','times':-1|times must be 1 or more",
        "'kind':'before','probability':1.5|probability must be from 0 to 1",
        "'kind':'before','seed':1|seed goes with probability",
        "'kind':'before','operation':'MakeChannel'|mediapackagev2 has no operation MakeChannel",
        "'kind':'before','delay_ms':1|before takes no delay_ms",
        "'kind':'late_effect'|late_effect needs delay_ms",
        "'kind':'slow','delay_ms':600001|delay_ms must be from 0 to 600000",
        "'kind':'stale_list','delay_ms':600001|delay_ms must be from 0 to 600000",
        "'kind':'stale_list','delay_ms':1,'operation':'GetChannel'|GetChannel of mediapackagev2 is no list",
        "'kind':'throttle','status':429|throttle takes no status",
        "'kind':'error'|error needs a status",
        "'kind':'error','status':200|status must be from 400 to 599",
        "'kind':'error','status':500,'code':'a b'|code must be an error code",
        "'kind':'before','code':'X'|code goes with status",
        "'kind':'drop'|drop is a fault of the service events",
        "'kind':'before','source':'x'|before takes no source",
        "'kind':'before','when':1|There is no member when"
      })
  void saysWhatIsWrongWithAFault(String spec, String problem) {
    String rest = spec == null ? "" : "," + spec;
    Door.Answer said =
        door.post("/faults", ("{'service':'mediapackagev2'" + rest + "}").replace('\'', '"'));
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.body().path("message").stringValue()).contains(problem);
    assertThat(door.get("/faults").body().path("faults").size()).isZero();
  }

  @Test
  void saysWhichServicesThereAreAndAllThatIsWrongAtOnce() {
    Door.Answer said =
        door.post(
            "/faults", "{\"service\":\"medialvie\",\"kind\":\"error\",\"call\":0,\"delay_ms\":1}");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.body().path("message").stringValue())
        .contains(
            "call must be", "service must be one of", "medialive", "needs a status", "no delay");
  }

  private String name() {
    return "group-" + ++names;
  }

  private void create(String name) {
    packager.createChannelGroup(g -> g.channelGroupName(name));
  }

  private List<String> groups() {
    return packager.listChannelGroups(g -> g.maxResults(100)).items().stream()
        .map(ChannelGroupListConfiguration::channelGroupName)
        .toList();
  }

  private String fault(String rest) {
    return door.fault("{'service':'mediapackagev2'," + rest + "}");
  }

  private JsonNode status(String fault) {
    return door.get("/faults/" + fault).body();
  }

  private List<Long> fired(String fault) {
    return status(fault).path("fired_at").values().stream().map(JsonNode::longValue).toList();
  }

  /** Lists so many times, and says which of the calls got no answer, from 1. */
  private List<Integer> cutCalls(int calls) {
    List<Integer> cut = new ArrayList<>();
    for (int call = 1; call <= calls; call++) {
      try {
        groups();
      } catch (SdkClientException e) {
        cut.add(call);
      }
    }
    return cut;
  }

  private static void assertCut(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(SdkClientException.class);
  }

  private static AwsServiceException refused(Runnable call) {
    return catchThrowableOfType(AwsServiceException.class, call::run);
  }
}
