package onair.common.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks names up, but does not wait for a name server that takes its time. */
final class BoundedLookup implements HostLookup {

  private final HostLookup lookup;
  private final Duration longest;

  BoundedLookup(HostLookup lookup, Duration longest) {
    this.lookup = lookup;
    this.longest = longest;
  }

  @Override
  public InetAddress[] addresses(String host) throws UnknownHostException {
    var task = new FutureTask<>(() -> lookup.addresses(host));
    Thread.ofVirtual().name("lookup").start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw unknown(host, late);
    } catch (ExecutionException failed) {
      throw unknown(host, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unknown(host, interrupted);
    }
  }

  private static UnknownHostException unknown(String host, @Nullable Throwable why) {
    var unknown = new UnknownHostException(host);
    unknown.initCause(why);
    return unknown;
  }
}
