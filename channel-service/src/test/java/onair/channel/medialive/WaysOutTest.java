package onair.channel.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.InputState;

/** Whatever MediaLive is doing with a resource, deleting it again and again ends with it gone. */
class WaysOutTest {

  private static final int LOOKS = 6;

  private final ScriptedMediaLive live = new ScriptedMediaLive();
  private final MediaLiveChannels channels =
      new MediaLiveChannels(live, "role", Duration.ofMillis(-1), InstantSource.system());
  private final MediaLiveInputs inputs = new MediaLiveInputs(live, "role", MediaLiveInputs.MAIN);

  @ParameterizedTest
  @EnumSource
  void aChannelInAnyStateIsGoneAfterAFewLooks(ChannelState state) {
    live.channel(state);

    assertThat(looksUntilGone(channels)).isLessThanOrEqualTo(LOOKS);
  }

  @ParameterizedTest
  @EnumSource
  void anInputInAnyStateThatNothingHoldsIsGoneAfterAFewLooks(InputState state) {
    live.input(state);

    assertThat(looksUntilGone(inputs)).isLessThanOrEqualTo(LOOKS);
  }

  @Test
  void anInputThatAChannelHoldsSaysWhichAndGoesOnceItIsLetGo() {
    live.input(InputState.ATTACHED, "1000007");

    assertThat(inputs.delete(inputs.observe(ScriptedMediaLive.ID).orElseThrow()))
        .isInstanceOfSatisfying(
            Deletion.NotYet.class, notYet -> assertThat(notYet.reason()).contains("1000007"));

    live.detach();
    assertThat(looksUntilGone(inputs)).isLessThanOrEqualTo(LOOKS);
  }

  private static <O> int looksUntilGone(ExternalResource<?, O> edge) {
    for (int looks = 1; looks <= LOOKS; looks++) {
      var found = edge.observe(ScriptedMediaLive.ID);
      if (found.isEmpty()) {
        return looks;
      }
      edge.delete(found.get());
    }
    return Integer.MAX_VALUE;
  }
}
