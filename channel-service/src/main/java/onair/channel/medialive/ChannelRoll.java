package onair.channel.medialive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;

/**
 * All MediaLive channels of the account as last listed, so that watching many of them costs one
 * listing and not one call each: MediaLive allows 5 calls a second.
 */
final class ChannelRoll {

  private static final int PAGE = 100;

  private final MediaLiveClient client;
  private final Duration maxAge;
  private final InstantSource clock;
  private @Nullable Listing listing;

  private record Listing(Instant at, Map<String, ChannelSummary> byId) {}

  /**
   * @param maxAge how old an answer may be
   */
  ChannelRoll(MediaLiveClient client, Duration maxAge, InstantSource clock) {
    this.client = client;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** One channel, no older than the age allowed; empty when it was not listed. */
  synchronized Optional<ChannelSummary> find(String id) {
    Listing current = listing;
    if (current == null || current.at().plus(maxAge).isBefore(clock.instant())) {
      current = list();
    }
    return Optional.ofNullable(current.byId().get(id));
  }

  /** All channels, listed now. */
  synchronized List<ChannelSummary> all() {
    return List.copyOf(list().byId().values());
  }

  /** Something has changed: what was listed before is not to be used again. */
  synchronized void outdate() {
    listing = null;
  }

  private Listing list() {
    Instant at = clock.instant();
    Map<String, ChannelSummary> byId =
        client.listChannelsPaginator(request -> request.maxResults(PAGE)).channels().stream()
            .collect(Collectors.toMap(ChannelSummary::id, Function.identity(), (a, b) -> b));
    var fresh = new Listing(at, byId);
    listing = fresh;
    return fresh;
  }
}
