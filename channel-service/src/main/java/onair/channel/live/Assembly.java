package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.live.IngestLeg.Entry;
import onair.channel.live.PackagingLeg.Packaged;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.ObservedEncoder;
import onair.channel.parts.Parts;
import onair.channel.parts.PushTarget;
import onair.channel.parts.Simulcasts;
import onair.common.reconcile.Found;
import onair.common.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is made of in AWS: put together in dependency order, taken apart in the reverse
 * one. Packaging and ingest do not need each other, so neither waits for the other; the encoder
 * needs both. Which of each a channel has is told by {@link Legs}.
 */
final class Assembly {

  /** What waits for a recording is woken when it is there; this is for its deadline. */
  static final Duration WAITING_FOR_RECORDING = Duration.ofSeconds(5);

  private final Parts parts;
  private final Ladders ladders;
  private final Legs legs;
  private final Simulcasts simulcasts;

  Assembly(Parts parts, Ladders ladders, Legs legs, Simulcasts simulcasts) {
    this.parts = parts;
    this.ladders = ladders;
    this.legs = legs;
    this.simulcasts = simulcasts;
  }

  /**
   * Goes on towards everything being there.
   *
   * @param holdings what was known before
   * @return what is known now; complete when the walk has no halt
   */
  Assembled assemble(Walk walk, Channel channel, Holdings holdings, Instant now) {
    Ladder ladder = channel.spec().renditions(ladders);
    Packaged packaged = legs.packaging(channel.spec()).assemble(walk, channel, ladder);
    // What could not be looked at now is where it was: viewers are sent there all the same.
    Holdings held = packaged.origin() == null ? holdings : holdings.origin(packaged.origin());
    Entry entry = legs.ingest(channel.spec()).assemble(walk, channel);
    if (entry != null) {
      held = held.ingest(entry.url(), SpareUrls.of(entry.urls(), entry.backupUrls()));
    }
    if (packaged.target() == null || entry == null || walk.halt() != null) {
      return new Assembled(held.complete(null), null);
    }
    Found<ObservedEncoder> encoder =
        walk.present(
            parts.encoders(),
            new EncoderSpec(
                ladder,
                entry.source(),
                channel.spec().encoding().dual(),
                packaged.target(),
                channel.spec().encoding().slate(),
                pushes(channel.spec(), channel)));
    return encoder == null
        ? new Assembled(held.complete(null), null)
        : new Assembled(held.complete(now).encoder(encoder.physicalId()), encoder);
  }

  /**
   * Goes on towards what serves viewers being as asked for, under them; done when the walk has no
   * halt.
   */
  void amend(Walk walk, Channel channel) {
    Ladder ladder = channel.spec().renditions(ladders);
    walk.amend(() -> legs.packaging(channel.spec()).assemble(walk, channel, ladder));
  }

  /**
   * What is there after a pass.
   *
   * @param encoder present only when everything is
   */
  record Assembled(Holdings holdings, @Nullable Found<ObservedEncoder> encoder) {}

  /**
   * Whom a channel that is made so is pushed to; not asked for when it is nobody.
   *
   * @param spec of the channel, now or when its encoder was made
   */
  List<PushTarget> pushes(ChannelSpec spec, Channel channel) {
    return spec.targets().isEmpty()
        ? List.of()
        : simulcasts.of(channel.id().value()).stream()
            .filter(target -> spec.targets().contains(target.id()))
            .toList();
  }

  /** What an encoder is fed by carries what is pushed, as far as that goes now. */
  boolean open(Walk walk, Channel channel) {
    return legs.ingest(channel.spec()).open(walk);
  }

  /** What an encoder was fed by costs nothing any more, as far as that goes now. */
  boolean close(Walk walk, Channel channel) {
    return legs.ingest(channel.spec()).close(walk);
  }

  /** Whatever is under way comes to rest, as far as that goes now; nothing is made. */
  void settle(Walk walk) {
    walk.settle(legs.all());
  }

  /**
   * Goes on towards nothing being there; done when the walk has no halt.
   *
   * @param keepsPackaging whether what was packaged is still needed
   */
  Holdings takeApart(Walk walk, Channel channel, Holdings holdings, boolean keepsPackaging) {
    if (!walk.absent(parts.encoders())) {
      return holdings.complete(null);
    }
    Holdings held = holdings.encoder(null).complete(null);
    if (legs.ingest(channel.spec()).remove(walk)) {
      held = held.ingest(null, null);
    }
    if (keepsPackaging) {
      walk.waitFor(new Outcome.Waiting("the recording is being made", WAITING_FOR_RECORDING));
      return held;
    }
    held = removePackaging(walk, held);
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
    if (outdated.contains(Part.INPUT) && legs.ingest(channel.spec()).remove(walk)) {
      held = held.ingest(null, null);
    }
    if (outdated.contains(Part.PACKAGING)) {
      held = removePackaging(walk, held);
    }
    boolean otherEndpoint = outdated.contains(Part.ENDPOINT) || outdated.contains(Part.WINDOW);
    if (otherEndpoint && legs.packaging(channel.spec()).unserve(walk)) {
      held = held.origin(null);
    }
    return walk.halt() == null ? held.builtFrom(channel.spec()) : held;
  }

  /** Whatever the channel was packaged by: it may have been something else before. */
  private Holdings removePackaging(Walk walk, Holdings holdings) {
    boolean gone = true;
    for (PackagingLeg leg : legs.packagings()) {
      gone &= leg.remove(walk);
    }
    return gone ? holdings.origin(null) : holdings;
  }
}
