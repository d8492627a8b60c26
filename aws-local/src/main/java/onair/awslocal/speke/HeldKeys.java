package onair.awslocal.speke;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import onair.awslocal.media.Protection;
import org.jspecify.annotations.Nullable;

/** Keys that were asked for once, each when it is first needed. Safe from any thread. */
public final class HeldKeys {

  /** A key server that refused is not asked again sooner. */
  private static final long RETRY = Duration.ofSeconds(2).toNanos();

  private final KeyServer server = new KeyServer();
  private final Map<String, Holder> holders = new ConcurrentHashMap<>();

  private static final class Holder {

    private @Nullable Protection protection;
    private @Nullable String refusal;
    private long refusedAt;
  }

  /**
   * Gives somebody the keys.
   *
   * @param version of what they are for; another one has keys of its own
   * @param wanted asked for when they are not there yet
   * @return why there are none; empty when they were given
   */
  public Optional<String> give(
      String version, Supplier<KeyRequest> wanted, Consumer<Protection> taker) {
    Holder holder = holders.computeIfAbsent(version, key -> new Holder());
    synchronized (holder) {
      boolean again = System.nanoTime() - holder.refusedAt > RETRY;
      if (holder.protection == null && (holder.refusal == null || again)) {
        fetch(wanted, holder);
      }
      if (holder.protection != null) {
        taker.accept(holder.protection);
        return Optional.empty();
      }
      return Optional.ofNullable(holder.refusal);
    }
  }

  private void fetch(Supplier<KeyRequest> wanted, Holder holder) {
    try {
      holder.protection = server.ask(wanted.get());
    } catch (KeysRefused | IllegalArgumentException e) {
      holder.refusal = String.valueOf(e.getMessage());
      holder.refusedAt = System.nanoTime();
    }
  }
}
