package onair.common.outgoing;

import java.net.URI;
import java.util.Set;
import onair.common.outgoing.TargetRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Where a reply leads on: nowhere else than to the same host, and only for who reads. */
final class Redirects {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private Redirects() {}

  /**
   * Null when the reply is the answer.
   *
   * @throws TargetRefused when it leads where we do not follow
   */
  static @Nullable URI next(GuardedRequest request, GuardedReply reply) {
    String location = reply.header("Location").orElse(null);
    if (request.redirects() == 0
        || location == null
        || !STATUSES.contains(reply.status())
        || !READING.contains(request.method())) {
      return null;
    }
    URI next = resolve(request.target(), location);
    if (!isSamePlace(request.target(), next)) {
      throw new TargetRefused(Reason.REDIRECT, "leads on to another host, scheme or port");
    }
    return next;
  }

  private static URI resolve(URI from, String location) {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException malformed) {
      throw TargetCheck.malformed();
    }
  }

  private static boolean isSamePlace(URI from, URI to) {
    return from.getScheme().equalsIgnoreCase(String.valueOf(to.getScheme()))
        && from.getHost().equalsIgnoreCase(String.valueOf(to.getHost()))
        && TargetCheck.port(from) == TargetCheck.port(to);
  }
}
