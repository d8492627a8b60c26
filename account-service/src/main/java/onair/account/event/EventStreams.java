package onair.account.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.common.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a log as server-sent events, on the caller's thread, until the other side is gone, the
 * service stops or the stream is old enough to be asked for anew, which checks who asks.
 *
 * <p>Source: <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML
 * Standard, Server-sent events</a>.
 */
final class EventStreams {

  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
  private static final int BATCH = 100;

  /** Of one organization at this instance. */
  static final int MOST = 100;

  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  private final EventLog log;
  private final EventBell bell;
  private final EventStreamProperties properties;
  private final InstantSource clock;

  EventStreams(
      EventLog log, EventBell bell, EventStreamProperties properties, InstantSource clock) {
    this.log = log;
    this.bell = bell;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Begins with the event behind the sequence.
   *
   * @throws Problem 429 when the organization follows its log in as many places as it may
   */
  void write(String organizationId, long after, OutputStream out) {
    if (open.merge(organizationId, 1, Integer::sum) > MOST) {
      closed(organizationId);
      throw Problem.of(429, "too_many_streams", "There are as many streams as there can be")
          .detail("An organization has at most " + MOST + " open at the same time.")
          .header("Retry-After", "60");
    }
    try {
      writeOn(organizationId, after, out);
    } catch (IOException gone) {
      LOG.debug("The reader of a stream is gone: {}", gone.toString());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      closed(organizationId);
    }
  }

  private void closed(String organizationId) {
    open.computeIfPresent(organizationId, (id, count) -> count == 1 ? null : count - 1);
  }

  private void writeOn(String organizationId, long after, OutputStream out)
      throws IOException, InterruptedException {
    Instant end = clock.instant().plus(properties.maxAge());
    long last = after;
    send(out, "retry: " + properties.retry().toMillis() + "\n\n");
    while (!bell.isClosed() && clock.instant().isBefore(end)) {
      List<LoggedEvent> events = log.after(organizationId, last, BATCH);
      for (LoggedEvent event : events) {
        last = event.sequence();
        send(out, "id: %d\nevent: %s\ndata: %s\n\n".formatted(last, event.type(), log.text(event)));
      }
      if (events.isEmpty() && !bell.await(organizationId, last, shortest(end))) {
        send(out, ": still here\n\n");
      }
    }
  }

  private Duration shortest(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.compareTo(properties.heartbeat()) < 0 ? left : properties.heartbeat();
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
