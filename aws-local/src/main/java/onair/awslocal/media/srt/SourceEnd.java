package onair.awslocal.media.srt;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import onair.awslocal.media.FlowSource;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import org.jspecify.annotations.Nullable;

/** One source of a running flow. */
final class SourceEnd implements SrtWork {

  private static final int BUFFER = 64 << 10;

  /** A sender that sends nothing for this long is disconnected. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final FlowSource source;
  private final RunningFlow flow;
  private final SrtKeeper keeper;
  private final Meter meter = new Meter();
  private volatile boolean arriving;
  private volatile boolean lostSync;

  SourceEnd(FlowSource source, RunningFlow flow, SrtProgram ffmpeg, InetAddress address)
      throws IOException {
    this.source = source;
    this.flow = flow;
    this.keeper = new SrtKeeper(flow.id() + "-" + source.id(), ffmpeg, address, source.end(), this);
  }

  FlowSource source() {
    return source;
  }

  SrtKeeper keeper() {
    return keeper;
  }

  /** Whether a sender is there and bytes arrive. */
  boolean isArriving() {
    return arriving;
  }

  SourceHealth health() {
    boolean connected = arriving;
    return new SourceHealth(
        connected,
        connected ? keeper.peer() : null,
        !lostSync,
        meter.total(),
        meter.bitsPerSecond(System.nanoTime()),
        keeper.refusal());
  }

  void checkSilence() {
    if (keeper.peer() != null && meter.silence(System.nanoTime()) > SILENCE.toNanos()) {
      keeper.drop();
    }
  }

  @Override
  public List<String> arguments(SrtEnd end, int port) {
    return SrtArguments.receive(end, port);
  }

  @Override
  public void run(Process process) throws IOException {
    Alignment alignment = new Alignment();
    byte[] buffer = new byte[BUFFER];
    InputStream output = process.getInputStream();
    for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
      arrived(buffer, length, alignment);
    }
  }

  private void arrived(byte[] buffer, int length, Alignment alignment) {
    long now = System.nanoTime();
    meter.add(length, now);
    byte[] packets = alignment.add(buffer, length);
    lostSync = alignment.isLost();
    if (!arriving) {
      @Nullable String peer = keeper.peer();
      arriving = true;
      flow.sourceConnected(this, peer == null ? "" : peer);
    }
    if (packets.length > 0) {
      flow.arrived(this, packets, now / 1_000_000);
    }
  }

  @Override
  public void connected(String peer) {
    meter.begin(System.nanoTime());
  }

  @Override
  public void disconnected() {
    lostSync = false;
    if (arriving) {
      arriving = false;
      flow.sourceLost(this);
    }
  }

  @Override
  public void refused(SrtRefusal refusal) {
    flow.refused(source.id(), refusal);
  }
}
