package onair.channel.live;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.common.outgoing.GuardedClient;
import onair.common.outgoing.GuardedRequest;
import onair.common.outgoing.OutgoingFailed;
import onair.common.outgoing.TargetCheck;
import onair.common.outgoing.TargetRefused;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The servers that keep the keys of encrypted channels. AWS asks them for keys and not we, and says
 * nothing when it gets none; so we look whether they answer before an encoder is paid for.
 */
final class KeyServers {

  static final String URL = "drm.key_provider_url";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What stands before a server says so when nobody is behind it; AWS is refused no less. */
  private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);

  private final TargetCheck targets;
  private final GuardedClient client;

  KeyServers(TargetCheck targets, GuardedClient client) {
    this.targets = targets;
    this.client = client;
  }

  /**
   * Asks a name server.
   *
   * @throws Problem 422 when it is no address of the public internet
   */
  void require(@Nullable DrmSpec drm) {
    if (drm != null) {
      targets
          .violation(URL, drm.keyProviderUrl())
          .ifPresent(
              fault -> {
                throw Problems.validationFailed()
                    .violation(fault.field(), fault.code(), fault.detail());
              });
    }
  }

  /** Why there would be no keys, in plain words; any answer to a stranger counts as being there. */
  Optional<String> trouble(@Nullable DrmSpec drm) {
    if (drm == null) {
      return Optional.empty();
    }
    try {
      int status =
          client
              .send(GuardedRequest.get(URI.create(drm.keyProviderUrl()), Map.of()).within(PATIENCE))
              .status();
      return NOBODY_THERE.contains(status) ? told(drm, "answers " + status) : Optional.empty();
    } catch (OutgoingFailed failed) {
      return told(drm, failed.sentence());
    } catch (TargetRefused refused) {
      return told(drm, refused.sentence());
    }
  }

  private static Optional<String> told(DrmSpec drm, String what) {
    return Optional.of(
        "The key server %s %s; the encoder is started as soon as it answers."
            .formatted(drm.keyProvider(), what));
  }
}
