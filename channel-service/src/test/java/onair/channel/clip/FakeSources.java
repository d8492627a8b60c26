package onair.channel.clip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onair.channel.session.PackagedAt;
import org.jspecify.annotations.Nullable;

/** Every channel of one organization is as a test says. */
final class FakeSources implements ClipSources {

  static final PackagedAt PACKAGED = new PackagedAt("group", "channel", "cmaf");

  private volatile ClipSource source = live("ch_1");

  static ClipSource live(String channelId) {
    return new ClipSource(
        channelId, "live", false, true, PACKAGED, Instant.EPOCH, Duration.ofHours(1));
  }

  void be(ClipSource now) {
    source = now;
  }

  void be(
      String status,
      boolean removed,
      boolean clippable,
      @Nullable PackagedAt packaging,
      @Nullable Instant since) {
    source =
        new ClipSource(
            source.channelId(), status, removed, clippable, packaging, since, Duration.ofHours(1));
  }

  @Override
  public Optional<ClipSource> find(String organizationId, String channelId) {
    return organizationId.equals("org_1") && channelId.equals(source.channelId())
        ? Optional.of(source)
        : Optional.empty();
  }
}
