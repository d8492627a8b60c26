package onair.awslocal.mediaconnect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.FlowEvents;
import onair.awslocal.media.FlowJob;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.TransportFlows;
import org.jspecify.annotations.Nullable;

/** A media plane that only remembers what runs; tests report what happens to it. */
final class FakeMedia implements TransportFlows {

  final Map<String, FlowJob> running = new LinkedHashMap<>();
  final Set<Integer> taken = new LinkedHashSet<>();
  final Map<String, SourceHealth> health = new LinkedHashMap<>();

  /** What the next start is refused with; null for nothing. */
  @Nullable String refusal;

  private final Map<String, FlowEvents> events = new LinkedHashMap<>();

  @Override
  public synchronized void start(FlowJob job, FlowEvents listener) {
    if (refusal != null) {
      String why = refusal;
      refusal = null;
      throw new FlowRefused(why);
    }
    running.put(job.flowId(), job);
    events.put(job.flowId(), listener);
  }

  @Override
  public synchronized void stop(String flowId) {
    running.remove(flowId);
  }

  @Override
  public synchronized boolean isFree(int port) {
    return !taken.contains(port);
  }

  @Override
  public Optional<SourceHealth> health(String flowId, String sourceId) {
    return Optional.ofNullable(health.get(sourceId));
  }

  FlowJob job(String flowArn) {
    FlowJob job = running.get(flowArn);
    if (job == null) {
      throw new AssertionError(flowArn + " does not run");
    }
    return job;
  }

  FlowEvents of(String flowArn) {
    FlowEvents listener = events.get(flowArn);
    if (listener == null) {
      throw new AssertionError(flowArn + " was never started");
    }
    return listener;
  }
}
