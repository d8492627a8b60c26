package onair.awslocal.media;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a channel while it is encoded. It is carried out at once, in order. */
public sealed interface EncoderCommand {

  /**
   * Another of the channel's inputs is encoded, from its next keyframe on; while it has none, what
   * was encoded before goes on for a few seconds.
   *
   * @param action who asked, told with {@link EncoderEvents#inputSwitched}
   */
  record SwitchInput(String input, String action) implements EncoderCommand {}

  /**
   * Inputs that are pulled begin to be pulled, so that a switch to them is quick.
   *
   * @param input null for none: those that are prepared and not used are let go
   */
  record PrepareInput(@Nullable String input) implements EncoderCommand {}

  /** A picture appears. */
  record ShowOverlay(Overlay overlay) implements EncoderCommand {}

  /**
   * A layer's picture disappears.
   *
   * @param renditions as in {@link Overlay}: those of some are others than those of all
   */
  record HideOverlay(int layer, Duration fadeOut, Set<String> renditions)
      implements EncoderCommand {

    public HideOverlay {
      renditions = Set.copyOf(renditions);
    }
  }

  /**
   * These pipelines deliver nothing, all others do.
   *
   * @param pipelines numbers from 0
   */
  record Pause(Set<Integer> pipelines) implements EncoderCommand {

    public Pause {
      pipelines = Set.copyOf(pipelines);
    }
  }

  /** Puts metadata into what is delivered. */
  record Tag(Metadata metadata) implements EncoderCommand {}
}
