package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import onair.channel.clip.ClipSources;
import onair.channel.parts.Parts;
import onair.channel.session.PackagedAt;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;

/** Shows channels to those who make clips of what they broadcast. */
final class LiveClipSources implements ClipSources {

  private final ChannelStore channels;
  private final Resources resources;
  private final String endpoints;
  private final ChannelProperties properties;

  LiveClipSources(
      ChannelStore channels, Resources resources, Parts parts, ChannelProperties properties) {
    this.channels = channels;
    this.resources = resources;
    this.endpoints = parts.packaging().endpoints().kind();
    this.properties = properties;
  }

  @Override
  public Optional<ClipSource> find(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(this::source);
  }

  private ClipSource source(Channel channel) {
    ChannelSpec built = channel.holdings().built();
    Origin origin = channel.holdings().origin();
    return new ClipSource(
        channel.id().value(),
        channel.status().word().word(),
        channel.desired() == Desired.DELETED,
        (built == null ? channel.spec() : built).packaging().clippable(),
        origin == null ? null : PackagedAt.of(origin.path()).orElse(null),
        packagedSince(channel),
        built == null ? Duration.ZERO : PackageV2.startOver(built, properties.manifestWindow()));
  }

  private @Nullable Instant packagedSince(Channel channel) {
    return resources.of(channel.id().value()).stream()
        .filter(row -> row.key().kind().equals(endpoints))
        .map(ResourceRow::knownAt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
