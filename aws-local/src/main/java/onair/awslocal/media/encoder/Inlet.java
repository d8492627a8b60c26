package onair.awslocal.media.encoder;

import java.time.Duration;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.Pull;
import onair.awslocal.media.rtmp.FlvTag;
import onair.awslocal.media.rtmp.PublisherListener;

/**
 * One input of a pipeline: hears what arrives, and passes it on while it is wanted. The gate is the
 * supervisor's alone, the rest is heard on any thread.
 */
final class Inlet implements PublisherListener, FlowFeeds.Listener {

  /** What has come in pieces this far apart has been away. */
  private static final long GAP = Duration.ofSeconds(2).toNanos();

  private final EncoderInput input;
  private final Mailbox mailbox;
  private final Traffic traffic;
  private final Gate gate;
  private boolean open;
  private volatile boolean wanted;
  private volatile boolean connected;
  private volatile long lastArrival = System.nanoTime();
  private volatile long wellSince = System.nanoTime();

  /**
   * @param video whether pictures are wanted of it
   * @param audio whether sound is wanted of it
   */
  Inlet(EncoderInput input, boolean video, boolean audio, Mailbox mailbox, Traffic traffic) {
    this.input = input;
    this.mailbox = mailbox;
    this.traffic = traffic;
    this.gate =
        switch (input.source()) {
          case IngestPoint _ -> new SourceGate(video, audio);
          case FlowFeed _ -> new TransportStreamGate(video, audio);
          case Pull _ -> TransportStreamGate.trusting(video, audio);
        };
  }

  EncoderInput input() {
    return input;
  }

  String name() {
    return input.name();
  }

  Gate gate() {
    return gate;
  }

  boolean isPulled() {
    return input.source() instanceof Pull;
  }

  /** Begins to hear. */
  void open(EncoderWorkshop workshop) {
    if (open) {
      return;
    }
    open = true;
    lastArrival = System.nanoTime();
    switch (input.source()) {
      case IngestPoint point -> workshop.ingests().listen(point, this);
      case FlowFeed feed -> workshop.feeds().listen(feed, this);
      case Pull pull -> workshop.pullers().listen(pull, this);
    }
  }

  /** Hears nothing any more. */
  void close(EncoderWorkshop workshop) {
    if (!open) {
      return;
    }
    open = false;
    connected = false;
    switch (input.source()) {
      case IngestPoint point -> workshop.ingests().unlisten(point, this);
      case FlowFeed feed -> workshop.feeds().unlisten(feed, this);
      case Pull pull -> workshop.pullers().unlisten(pull, this);
    }
  }

  /** Whether pieces are passed on; headers always are. */
  void want(boolean pieces) {
    wanted = pieces;
  }

  boolean isConnected() {
    return connected;
  }

  /** How long nothing has arrived. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastArrival);
  }

  /** How long it has been there without a gap; zero while it is not. */
  Duration health() {
    return connected && silence().toNanos() < GAP
        ? Duration.ofNanos(System.nanoTime() - wellSince)
        : Duration.ZERO;
  }

  @Override
  public void connected() {
    connected = true;
    wellSince = System.nanoTime();
    lastArrival = System.nanoTime();
    mailbox.post(new Signal.SenderCame(this));
  }

  @Override
  public void frame(FlvTag tag) {
    arrived(new Piece.Tag(tag));
  }

  @Override
  public void packets(byte[] packets, long milliseconds) {
    arrived(new Piece.Packets(packets, milliseconds));
  }

  private void arrived(Piece piece) {
    long now = System.nanoTime();
    if (now - lastArrival > GAP) {
      wellSince = now;
    }
    lastArrival = now;
    if (wanted) {
      traffic.arrived(piece);
      mailbox.offer(this, piece);
    } else if (piece.isHeader()) {
      mailbox.post(new Signal.HeaderCame(this, piece));
    }
  }

  @Override
  public void disconnected() {
    connected = false;
    mailbox.post(new Signal.SenderLeft(this));
  }

  @Override
  public void ended() {
    mailbox.post(new Signal.SourceEnded(this));
  }
}
