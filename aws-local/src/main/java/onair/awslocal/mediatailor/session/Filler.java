package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import onair.awslocal.mediatailor.creative.AdLadder;
import onair.awslocal.mediatailor.creative.Creative;
import onair.awslocal.mediatailor.creative.CreativeState;
import onair.awslocal.mediatailor.creative.Creatives;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;

/** Chooses among decided ads those that can be shown now and fit. */
final class Filler implements OpenAvail.Choice {

  /** An ad may be this much longer than there is room; its end is not shown then. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  private final SessionSettings settings;
  private final Creatives creatives;
  private final Counting counting;
  private final Supplier<Optional<AdLadder>> ladder;
  private final Plays plays;

  Filler(
      SessionSettings settings,
      Creatives creatives,
      Counting counting,
      Supplier<Optional<AdLadder>> ladder,
      Plays plays) {
    this.settings = settings;
    this.creatives = creatives;
    this.counting = counting;
    this.ladder = ladder;
    this.plays = plays;
  }

  /** Makes ready what will be needed, without waiting for it. */
  void warmUp() {
    slateCreative();
  }

  @Override
  public Fill replace(List<LinearAd> decided, @Nullable Duration room) {
    List<AdPlay> ads = chosen(decided, room);
    if (room != null) {
      Duration filled = sum(ads);
      Duration left = room.minus(filled);
      counting.add("Avail.Duration", room);
      if (settings.threshold() != null && left.compareTo(settings.threshold()) > 0) {
        counting.skipped("PersonalizationThresholdExceeded");
        counting.add("Avail.FilledDuration", Duration.ZERO);
        counting.add("Avail.FillRate", 0);
        return Fill.NOTHING;
      }
      counting.add("Avail.FilledDuration", filled);
      counting.add(
          "Avail.FillRate",
          Math.min(100, 100.0 * filled.toMillis() / Math.max(1, room.toMillis())));
    }
    return new Fill(ads, slate());
  }

  /** For a break in finished content: whatever is ready. */
  List<AdPlay> insert(List<LinearAd> decided) {
    return chosen(decided, null);
  }

  @Override
  public @Nullable AdPlay slate() {
    return slateCreative().map(creative -> plays.add(null, creative)).orElse(null);
  }

  private Optional<Creative> slateCreative() {
    String address = settings.slate();
    Optional<AdLadder> known = ladder.get();
    if (address == null
        || known.isEmpty()
        || !(creatives.get(address, known.get()) instanceof CreativeState.Ready(Creative slate))) {
      return Optional.empty();
    }
    return Optional.of(slate);
  }

  private List<AdPlay> chosen(List<LinearAd> decided, @Nullable Duration room) {
    List<AdPlay> chosen = new ArrayList<>();
    Optional<AdLadder> known = ladder.get();
    if (known.isEmpty()) {
      decided.forEach(ad -> counting.skipped("NoVariantMatch"));
      return chosen;
    }
    Duration left = room;
    for (LinearAd ad : decided) {
      switch (creatives.get(ad.media(), known.get())) {
        case CreativeState.Ready(Creative creative) -> {
          Duration duration = plays.duration(creative);
          if (left != null && duration.compareTo(left.plus(TOLERANCE)) > 0) {
            counting.skipped("DurationExceeded");
          } else {
            chosen.add(plays.add(ad, creative));
            left = left == null ? null : left.minus(duration);
          }
        }
        case CreativeState.Preparing(boolean isNew) -> {
          counting.add("AdNotReady", 1);
          counting.skipped(isNew ? "NewCreative" : "TranscodeInProgress");
        }
        case CreativeState.Failed(boolean fetched, String _) ->
            counting.skipped(fetched ? "TranscodeError" : "ImportError");
      }
    }
    return chosen;
  }

  private static Duration sum(List<AdPlay> ads) {
    return ads.stream().map(AdPlay::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
