package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedEncoder;
import onair.channel.parts.ObservedInput;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.Parts;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is made of in AWS: put together in dependency order, taken apart in the reverse
 * one. Packaging and ingest do not need each other, so neither waits for the other; the encoder
 * needs both.
 */
final class Assembly {

  /** RTMP application every stream key is pushed under. */
  private static final String APPLICATION = "live";

  private final Parts parts;
  private final Ladders ladders;
  private final PackagingGroup group;
  private final ChannelProperties properties;

  Assembly(Parts parts, Ladders ladders, PackagingGroup group, ChannelProperties properties) {
    this.parts = parts;
    this.ladders = ladders;
    this.group = group;
    this.properties = properties;
  }

  /** Kinds of a channel's resources, in the order in which they are created. */
  static List<String> kinds(Parts parts) {
    return Stream.<ExternalResource<?, ?>>of(
            parts.packageChannels(),
            parts.packageChannelPolicies(),
            parts.endpoints(),
            parts.endpointPolicies(),
            parts.allowLists(),
            parts.inputs(),
            parts.encoders())
        .map(ExternalResource::kind)
        .toList();
  }

  /**
   * Goes on towards everything being there.
   *
   * @param holdings what was known before
   * @return what is known now; complete when the walk has no halt
   */
  Assembled assemble(Walk walk, Channel channel, Holdings holdings, Instant now) {
    Ladder ladder = ladders.require(channel.spec().ladder());
    Found<ObservedPackageChannel> packageChannel =
        walk.present(parts.packageChannels(), new PackageChannelSpec(group.name()));
    String origin = packageChannel == null ? null : origin(walk, channel, ladder, packageChannel);
    // What could not be looked at now is where it was: viewers are sent there all the same.
    Holdings held = origin == null ? holdings : holdings.origin(origin);
    Found<ObservedInput> input = ingest(walk, channel);
    if (input != null) {
      held = held.ingest(input.observed().url());
    }
    if (packageChannel == null || input == null || walk.halt() != null) {
      return new Assembled(held.complete(null), null);
    }
    Found<ObservedEncoder> encoder =
        walk.present(
            parts.encoders(),
            new EncoderSpec(ladder, input.physicalId(), packageChannel.observed().id()));
    return encoder == null
        ? new Assembled(held.complete(null), null)
        : new Assembled(held.complete(now).encoder(encoder.physicalId()), encoder);
  }

  /**
   * What is there after a pass.
   *
   * @param encoder present only when everything is
   */
  record Assembled(Holdings holdings, @Nullable Found<ObservedEncoder> encoder) {}

  /** Path under which the channel is served; null until that is certain. */
  private @Nullable String origin(
      Walk walk, Channel channel, Ladder ladder, Found<ObservedPackageChannel> packageChannel) {
    var id = packageChannel.observed().id();
    boolean writable = walk.present(parts.packageChannelPolicies(), id) != null;
    var endpoint =
        walk.present(
            parts.endpoints(),
            new EndpointSpec(
                id,
                Duration.ofSeconds(ladder.gopSeconds()),
                properties.manifestWindow(),
                Duration.ofSeconds(channel.spec().dvrWindowSeconds())));
    if (!writable || endpoint == null) {
      return null;
    }
    var policy = walk.present(parts.endpointPolicies(), endpoint.observed().id());
    return policy == null ? null : endpoint.observed().id().originPath();
  }

  private @Nullable Found<ObservedInput> ingest(Walk walk, Channel channel) {
    var allowList =
        walk.present(parts.allowLists(), new AllowListSpec(properties.ingest().cidrs()));
    if (allowList == null) {
      return null;
    }
    String stream = APPLICATION + "/" + channel.streamKey().value();
    var input = walk.present(parts.inputs(), new InputSpec(stream, allowList.physicalId()));
    if (input != null && !input.observed().usable()) {
      walk.waitFor(
          new Outcome.Waiting(
              "the input is " + input.observed().state(), properties.watch().transitional()));
      return null;
    }
    return input;
  }

  /** Goes on towards nothing being there; done when the walk has no halt. */
  Holdings takeApart(Walk walk, Holdings holdings) {
    if (!walk.absent(parts.encoders())) {
      return holdings.complete(null);
    }
    Holdings held = holdings.encoder(null).complete(null);
    if (walk.absent(parts.inputs())) {
      held = held.ingest(null);
      walk.absent(parts.allowLists());
    }
    if (walk.absent(parts.endpointPolicies())) {
      held = held.origin(null);
      if (walk.absent(parts.endpoints()) && walk.absent(parts.packageChannelPolicies())) {
        walk.absent(parts.packageChannels());
      }
    }
    return walk.halt() == null ? Holdings.NOTHING : held;
  }

  /** Goes on towards what no longer fits being gone; done when the walk has no halt. */
  Holdings discard(Walk walk, Set<Part> outdated, Channel channel, Holdings holdings) {
    Holdings held = holdings.complete(null);
    if (outdated.contains(Part.ENCODER)) {
      if (!walk.absent(parts.encoders())) {
        return held;
      }
      held = held.encoder(null);
    }
    if (outdated.contains(Part.INPUT) && walk.absent(parts.inputs())) {
      held = held.ingest(null);
    }
    if (outdated.contains(Part.ENDPOINT) && walk.absent(parts.endpointPolicies())) {
      held = held.origin(null);
      walk.absent(parts.endpoints());
    }
    return walk.halt() == null ? held.builtFrom(channel.spec()) : held;
  }
}
