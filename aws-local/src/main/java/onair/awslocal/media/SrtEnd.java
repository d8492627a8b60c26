package onair.awslocal.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Our end of an SRT connection.
 *
 * @param role who calls whom
 * @param passphrase both ends must have the same; null for a connection without encryption, which
 *     is refused to others that ask for one
 * @param latency how long packets may be late, at least; the larger of both ends' counts
 */
public record SrtEnd(Role role, @Nullable Passphrase passphrase, Duration latency) {

  /** Who calls whom. */
  public sealed interface Role {}

  /**
   * The other side calls us.
   *
   * @param port UDP, on all addresses this machine offers services on
   * @param allowed addresses that are heard; packets of others are dropped
   */
  public record Listener(int port, AllowList allowed) implements Role {}

  /**
   * We call the other side.
   *
   * @param host name or numeric address
   * @param streamId told to the other side; null for none
   */
  public record Caller(String host, int port, @Nullable String streamId) implements Role {}
}
