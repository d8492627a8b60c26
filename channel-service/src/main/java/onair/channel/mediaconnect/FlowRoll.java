package onair.channel.mediaconnect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;

/**
 * All flows of the account as last listed, so that watching many of them costs one listing and not
 * one call each.
 */
final class FlowRoll {

  private static final int PAGE = 20;

  private final MediaConnectClient client;
  private final Duration maxAge;
  private final InstantSource clock;
  private @Nullable Listing listing;

  private record Listing(Instant at, Map<String, ListedFlow> byArn) {}

  /**
   * @param maxAge how old an answer may be
   */
  FlowRoll(MediaConnectClient client, Duration maxAge, InstantSource clock) {
    this.client = client;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** One flow, no older than the age allowed; empty when it was not listed. */
  synchronized Optional<ListedFlow> find(String arn) {
    Listing current = listing;
    if (current == null || current.at().plus(maxAge).isBefore(clock.instant())) {
      current = list();
    }
    return Optional.ofNullable(current.byArn().get(arn));
  }

  /** All flows, listed now. */
  synchronized List<ListedFlow> all() {
    return List.copyOf(list().byArn().values());
  }

  /** Something has changed: what was listed before is not to be used again. */
  synchronized void outdate() {
    listing = null;
  }

  private Listing list() {
    Instant at = clock.instant();
    Map<String, ListedFlow> byArn =
        client.listFlowsPaginator(request -> request.maxResults(PAGE)).flows().stream()
            .collect(Collectors.toMap(ListedFlow::flowArn, Function.identity(), (a, b) -> b));
    var fresh = new Listing(at, byArn);
    listing = fresh;
    return fresh;
  }
}
