package onair.channel.timer;

import org.jspecify.annotations.Nullable;

/**
 * How long each timer of a channel lasts, in seconds.
 *
 * <p>0 for one that never ends, absent for what the installation says.
 */
record Limits(
    @Nullable Integer neverConnected,
    @Nullable Integer inputLost,
    @Nullable Integer maximumDuration) {

  static final Limits STANDARD = new Limits(null, null, null);

  @Nullable Integer of(Timer timer) {
    return switch (timer) {
      case NEVER_CONNECTED -> neverConnected;
      case INPUT_LOST -> inputLost;
      case MAXIMUM_DURATION -> maximumDuration;
    };
  }
}
