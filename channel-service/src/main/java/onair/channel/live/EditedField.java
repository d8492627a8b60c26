package onair.channel.live;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Each field of a {@link ChannelPatch}, what of a channel it stands for, and what changing it on
 * air comes to at least; {@link EditRules} knows when it is worse.
 */
enum EditedField {
  NAME(EditEffect.IN_PLACE, Channel::name),
  METADATA(EditEffect.IN_PLACE, Channel::metadata),
  /** MediaLive takes no other settings of an encoder that runs. */
  LADDER(EditEffect.RESTART, channel -> ladder(channel.spec().encoding())),
  /** Segments of another length: a playlist tells the longest once, and players keep to it. */
  LATENCY(EditEffect.BREAKS_VIEWERS, channel -> channel.spec().packaging().latency()),
  ORIGIN(EditEffect.BREAKS_VIEWERS, channel -> channel.spec().packaging().origin()),
  PACKAGING(EditEffect.BREAKS_VIEWERS, channel -> channel.spec().packaging().packager()),
  PIPELINES(EditEffect.RESTART, channel -> channel.spec().encoding().pipelines()),
  SLATE(EditEffect.RESTART, channel -> channel.spec().encoding().slate()),
  /** MediaPackage takes another start-over window of an endpoint that serves. */
  DVR_WINDOW_SECONDS(EditEffect.IN_PLACE, channel -> channel.spec().packaging().dvrWindowSeconds()),
  /** With a longer one, what was listed is not any more: a playlist must not go back. */
  DELAY_SECONDS(EditEffect.BREAKS_VIEWERS, channel -> channel.spec().packaging().delaySeconds()),
  DRM(EditEffect.BREAKS_VIEWERS, channel -> channel.spec().packaging().drm()),
  RECORD(EditEffect.IN_PLACE, channel -> channel.spec().record()),
  ADS(EditEffect.IN_PLACE, channel -> channel.spec().ads());

  private final EditEffect effect;
  private final Function<Channel, @Nullable Object> value;

  EditedField(EditEffect effect, Function<Channel, @Nullable Object> value) {
    this.effect = effect;
    this.value = value;
  }

  /** As in the API. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  EditEffect effect() {
    return effect;
  }

  boolean differs(Channel one, Channel other) {
    return !Objects.equals(value.apply(one), value.apply(other));
  }

  private static Object ladder(EncodingSpec encoding) {
    return encoding.own() == null ? encoding.ladder() : List.of(encoding.ladder(), encoding.own());
  }
}
