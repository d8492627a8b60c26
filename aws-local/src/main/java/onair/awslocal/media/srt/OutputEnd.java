package onair.awslocal.media.srt;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import onair.awslocal.media.FlowOutput;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One output of a running flow that goes out by SRT. Nothing waits for a receiver that is not
 * there: it gets the stream from the moment it is connected.
 */
final class OutputEnd implements SrtWork {

  private static final Logger LOG = LoggerFactory.getLogger(OutputEnd.class);

  private static final byte[] STUFFING = stuffing();

  private final FlowOutput.BySrt output;
  private final RunningFlow flow;
  private final SrtKeeper keeper;

  /** Of the process that runs; nothing is put in before a receiver is connected. */
  private volatile @Nullable SendQueue queue;

  private volatile boolean connected;

  OutputEnd(FlowOutput.BySrt output, RunningFlow flow, SrtProgram ffmpeg, InetAddress address)
      throws IOException {
    this.output = output;
    this.flow = flow;
    this.keeper = new SrtKeeper(flow.id() + "-" + output.id(), ffmpeg, address, output.end(), this);
  }

  FlowOutput.BySrt output() {
    return output;
  }

  SrtKeeper keeper() {
    return keeper;
  }

  /** Seven null packets, which mean nothing. Source: ISO/IEC 13818-1, 2.4.1. */
  private static byte[] stuffing() {
    byte[] bytes = new byte[7 * 188];
    Arrays.fill(bytes, (byte) 0xFF);
    for (int at = 0; at < bytes.length; at += 188) {
      bytes[at] = 0x47;
      bytes[at + 1] = 0x1F;
      bytes[at + 3] = 0x10;
    }
    return bytes;
  }

  /** Never blocks. */
  void packets(byte[] packets) {
    SendQueue current = queue;
    if (connected && current != null && !current.offer(packets)) {
      LOG.warn("{}: the receiver is too slow, packets are dropped", output.id());
    }
  }

  @Override
  public List<String> arguments(SrtEnd end, int port) {
    return SrtArguments.send(end, port);
  }

  @Override
  public void run(Process process) throws IOException, InterruptedException {
    SendQueue current = new SendQueue();
    queue = current;
    var unused = process.onExit().thenRun(current::close);
    OutputStream input = process.getOutputStream();
    // ffmpeg looks at its input before it opens its output: one datagram of stuffing.
    input.write(STUFFING);
    input.flush();
    for (byte[] next = current.take(); next != null; next = current.take()) {
      input.write(next);
      input.flush();
    }
  }

  @Override
  public void connected(String peer) {
    connected = true;
    flow.outputConnected(output.id(), peer);
  }

  @Override
  public void disconnected() {
    connected = false;
    flow.outputLost(output.id());
  }

  @Override
  public void refused(SrtRefusal refusal) {
    flow.refused(output.id(), refusal);
  }
}
