package onair.account.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in to the dashboard.
 *
 * @param idle a session ends when it was not used for this long
 * @param maxAge a session ends this long after signing in, however much it is used
 * @param attempts wrong passwords for one email within the window before further tries are refused
 * @param addressAttempts the same for one address, whatever the emails; more than attempts, since
 *     many people may share an address
 * @param attemptWindow how long wrong passwords are counted, and how long who was refused waits
 */
@ConfigurationProperties("onair.account.session")
record SessionProperties(
    @DefaultValue("12h") Duration idle,
    @DefaultValue("7d") Duration maxAge,
    @DefaultValue("10") int attempts,
    @DefaultValue("50") int addressAttempts,
    @DefaultValue("15m") Duration attemptWindow) {

  SessionProperties {
    require(idle.isPositive(), "idle must be longer than nothing, not " + idle);
    require(maxAge.compareTo(idle) >= 0, "max-age must not be shorter than idle, not " + maxAge);
    require(attempts >= 1, "attempts must be at least 1, not " + attempts);
    require(
        addressAttempts >= attempts,
        "address-attempts must not be less than attempts, not " + addressAttempts);
    require(
        attemptWindow.isPositive(),
        "attempt-window must be longer than nothing, not " + attemptWindow);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.account.session." + otherwise);
    }
  }
}
