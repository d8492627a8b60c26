package onair.channel.live;

import java.util.Map;
import onair.channel.parts.EncoderState;
import org.jspecify.annotations.Nullable;

/**
 * What one look at AWS showed.
 *
 * @param reached whether the encoder's state is known now; when not, the rest says nothing of it
 * @param encoder absent when there is none
 * @param missesInput whether AWS says that nothing comes in; only asked of a running encoder
 * @param trouble in plain words, what went wrong; absent when nothing did
 * @param refused whether the trouble is for good: only another wish, or somebody at AWS, helps
 * @param removing whether things are being removed right now
 * @param closing whether the way in of an encoder that rests is not at rest yet
 * @param failing what AWS says of those it cannot be pushed to, by id
 */
record Seen(
    boolean reached,
    @Nullable EncoderState encoder,
    boolean missesInput,
    @Nullable String trouble,
    boolean refused,
    boolean removing,
    boolean closing,
    Map<String, String> failing) {

  static Seen encoder(@Nullable EncoderState state) {
    return new Seen(true, state, false, null, false, false, false, Map.of());
  }

  static Seen running(EncoderState state, boolean missesInput) {
    return new Seen(true, state, missesInput, null, false, false, false, Map.of());
  }

  /** AWS could not be asked. */
  static Seen unreachable(String trouble) {
    return new Seen(false, null, false, trouble, false, false, false, Map.of());
  }

  Seen trouble(@Nullable String words, boolean forGood) {
    return new Seen(reached, encoder, missesInput, words, forGood, removing, closing, failing);
  }

  /** Some of those it is pushed to are not reached. */
  Seen failing(Map<String, String> targets) {
    return new Seen(
        reached, encoder, missesInput, trouble, refused, removing, closing, Map.copyOf(targets));
  }

  Seen whileRemoving() {
    return new Seen(reached, encoder, missesInput, trouble, refused, true, closing, failing);
  }

  Seen whileClosing() {
    return new Seen(reached, encoder, missesInput, trouble, refused, removing, true, failing);
  }

  /** Whether all is there that a start needs, and nothing runs. */
  boolean startable() {
    return reached
        && !closing
        && (encoder == EncoderState.IDLE || encoder == EncoderState.UPDATE_FAILED);
  }

  /** Whether nothing of the channel runs, for certain. */
  boolean rests() {
    return reached && !closing && (encoder == null || encoder.rests());
  }
}
