package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.InputSpec.FromUrl.Form;
import onair.channel.parts.SecretSpec;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What becomes of a channel that nobody pushes to: AWS reads its broadcast elsewhere. */
@TestPropertySource(properties = "onair.outgoing.allowed-networks=203.0.113.0/24")
class PullChannelIT extends ReconcilerScenario {

  @Autowired
  PullChannelIT(World world) {
    super(world);
  }

  @ParameterizedTest
  @CsvSource({
    "hls_pull,  https://203.0.113.9/live/index.m3u8, HLS, false",
    "rtmp_pull, rtmp://203.0.113.9:1935/live/secret, RTMP, false",
    "mp4,       http://203.0.113.9:8080/film.mp4, MP4, true",
  })
  void aUrlIsReadByAnInputAloneAndNothingIsLeftOfIt(
      String protocol, String url, Form form, boolean loops) {
    Channel live = bring(create(protocol, url, null), Word.LIVE);

    assertThat(cloud.made())
        .contains("medialive-input", "medialive-channel")
        .doesNotContain(
            "medialive-input-security-group", "secretsmanager-secret", "mediaconnect-flow");
    assertThat(only("medialive-input")).isEqualTo(new InputSpec.FromUrl(form, url));
    assertThat(((EncoderSpec) only("medialive-channel")).source().loops()).isEqualTo(loops);
    assertThat(live.srtPort()).isNull();
    assertThat(operation(live).steps())
        .allMatch(step -> step.status() == onair.channel.operation.Step.Status.SUCCEEDED);

    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    awaitGone(live);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void anSrtListenerIsCalledWithThePassphraseAndNothingIsLeftOfIt() {
    Channel waiting =
        awaitWord(start(create("srt_caller", "srt://203.0.113.9:9000", "studio/1")), Word.WAITING);

    String secret = "arn:" + cloud.all("secretsmanager-secret").getFirst().id();
    assertThat(only("medialive-input"))
        .isEqualTo(
            new InputSpec.SrtCaller("203.0.113.9", 9000, "studio/1", secret, SrtIngest.LATENCY));
    assertThat(cloud.made()).doesNotContain("mediaconnect-flow");

    Channel rotated = commands.rotateKey(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitUntil(
        rotated,
        now ->
            encoders.starts() == 2
                && ((SecretSpec) only("secretsmanager-secret"))
                    .passphrase()
                    .equals(rotated.streamKey().value()));

    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void aChannelThatReadsAUrlHasNoKeyToChange() {
    Channel channel = create("hls_pull", "https://203.0.113.9/live.m3u8", null);

    assertThatThrownBy(() -> commands.rotateKey(ORGANIZATION, channel.id().value(), IfMatch.any()))
        .isInstanceOfSatisfying(Problem.class, told -> assertThat(told.status()).isEqualTo(409));
    assertThat(channels.find(channel.id())).hasValue(channel);
  }

  private Channel create(String protocol, String url, @Nullable String streamId) {
    return create(new ChannelRequest.Ingest(protocol, url, streamId, null, null), null, null);
  }

  private Object only(String kind) {
    List<FakeCloud.Thing> things = cloud.all(kind);
    return things.size() == 1 ? things.getFirst().spec() : new SecretSpec("not one but " + things);
  }
}
