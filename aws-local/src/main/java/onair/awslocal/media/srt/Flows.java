package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.FlowEvents;
import onair.awslocal.media.FlowJob;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.TransportFlows;
import onair.awslocal.media.encoder.Leftovers;

/** All flows of this machine. */
public final class Flows implements TransportFlows, AutoCloseable {

  private final SrtProgram ffmpeg;
  private final InetAddress address;
  private final FeedHubs feeds;
  private final ConcurrentMap<String, RunningFlow> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("flow-watch").factory());

  /**
   * Ends the programs of a former process that was killed.
   *
   * @param ffmpeg executable with SRT in it
   * @param folder of its own, where it is remembered which programs run
   * @param address that listeners listen on
   */
  public Flows(Path ffmpeg, Path folder, InetAddress address, FeedHubs feeds) throws IOException {
    Leftovers leftovers = new Leftovers(folder);
    leftovers.end();
    this.ffmpeg = new SrtProgram(ffmpeg, leftovers);
    this.address = address;
    this.feeds = feeds;
    var unused =
        watch.scheduleWithFixedDelay(
            () -> running.values().forEach(RunningFlow::checkSilence), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void start(FlowJob job, FlowEvents events) {
    while (true) {
      boolean[] isNew = {false};
      RunningFlow flow =
          running.computeIfAbsent(
              job.flowId(),
              id -> {
                isNew[0] = true;
                return new RunningFlow(id, ffmpeg, address, feeds);
              });
      try {
        if (flow.run(job, events)) {
          return;
        }
        running.remove(job.flowId(), flow); // it was being stopped
      } catch (FlowRefused e) {
        if (isNew[0]) {
          stop(job.flowId());
        }
        throw e;
      }
    }
  }

  @Override
  public void stop(String flowId) {
    RunningFlow flow = running.get(flowId);
    if (flow != null) {
      flow.stop();
      running.remove(flowId, flow);
    }
  }

  @Override
  public boolean isFree(int port) {
    try (DatagramSocket socket = Datagrams.bound(address, port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<SourceHealth> health(String flowId, String sourceId) {
    return Optional.ofNullable(running.get(flowId)).flatMap(flow -> flow.health(sourceId));
  }

  /** Stops all of them. */
  @Override
  public void close() {
    watch.shutdown();
    running.keySet().parallelStream().forEach(this::stop);
  }
}
