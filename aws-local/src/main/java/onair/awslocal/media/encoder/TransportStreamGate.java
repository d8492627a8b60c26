package onair.awslocal.media.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The gate of a transport stream: a process begins at a keyframe with the stream's tables before
 * it, gets no sound from before its first picture, and ends when the stream becomes another one.
 * Time is when packets arrived, so this is a pure function of what it is given.
 */
final class TransportStreamGate implements Gate {

  private static final Step WAIT = new Step.Wait();

  /** A stream may announce sound that it does not have. */
  private static final long WAIT_FOR_AUDIO = 2_000;

  private static final long WAIT_FOR_KEYFRAME = 15_000;
  private static final long HALF_OF_TIME = 1L << 32;

  private final boolean needsVideo;
  private final boolean needsAudio;
  private final boolean trusts;
  private ProgramMap program = new ProgramMap();
  private boolean heard;
  private boolean going;
  private int version;
  private long firstPicture = -1;
  private final Set<Integer> admitted = new TreeSet<>();
  private long waitingSince = -1;
  private boolean complained;

  TransportStreamGate(boolean needsVideo, boolean needsAudio) {
    this(needsVideo, needsAudio, false);
  }

  private TransportStreamGate(boolean needsVideo, boolean needsAudio, boolean trusts) {
    this.needsVideo = needsVideo;
    this.needsAudio = needsAudio;
    this.trusts = trusts;
  }

  /** A gate that takes the stream's word for what it has, and so loses nothing of its beginning. */
  static TransportStreamGate trusting(boolean needsVideo, boolean needsAudio) {
    return new TransportStreamGate(needsVideo, needsAudio, true);
  }

  @Override
  public void forget() {
    restart();
    program = new ProgramMap();
    heard = false;
    complained = false;
  }

  @Override
  public void restart() {
    going = false;
    waitingSince = -1;
    firstPicture = -1;
    admitted.clear();
  }

  @Override
  public boolean canBeginWith(Piece piece) {
    if (piece instanceof Piece.Packets(byte[] bytes, long _)) {
      for (int at = 0; at + TsPacket.SIZE <= bytes.length; at += TsPacket.SIZE) {
        TsPacket packet = new TsPacket(bytes, at);
        if (packet.isStart() && isBegin(packet)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isBegin(TsPacket packet) {
    return needsVideo
        ? Keyframes.isKeyframe(packet, program.videoType(packet.pid()))
        : program.isAudio(packet.pid());
  }

  /** Nothing comes of what are no packets. */
  @Override
  public Step accept(Piece piece) {
    return piece instanceof Piece.Packets packets ? accept(packets) : WAIT;
  }

  private Step accept(Piece.Packets arrived) {
    if (waitingSince < 0) {
      waitingSince = arrived.milliseconds();
    }
    long waited = arrived.milliseconds() - waitingSince;
    byte[] bytes = arrived.packets();
    Packer passed = new Packer(bytes.length);
    boolean begins = false;
    for (int at = 0; at + TsPacket.SIZE <= bytes.length; at += TsPacket.SIZE) {
      TsPacket packet = new TsPacket(bytes, at);
      learn(packet);
      if (going && program.version() != version) {
        restart();
        return new Step.Break("the source changed what its stream consists of");
      }
      if (!going && mayBegin(packet, waited)) {
        begin(packet);
        begins = true;
      }
      if (going && isPassed(packet)) {
        passed.add(packet);
      }
    }
    return step(begins, passed.bytes(), arrived, waited);
  }

  private Step step(boolean begins, byte[] passed, Piece.Packets arrived, long waited) {
    if (begins) {
      List<Piece> pieces = new ArrayList<>();
      pieces.add(new Piece.Packets(program.tables(), arrived.milliseconds()));
      pieces.add(new Piece.Packets(passed, arrived.milliseconds()));
      return new Step.Begin(pieces, needsAudio && !hasSound());
    }
    if (going) {
      return new Step.Go(List.of(new Piece.Packets(passed, arrived.milliseconds())));
    }
    if (waited > WAIT_FOR_KEYFRAME && !complained) {
      complained = true;
      return new Step.Unusable(complaint());
    }
    return WAIT;
  }

  private void learn(TsPacket packet) {
    program.add(packet);
    heard |= program.isAudio(packet.pid()) && packet.isStart();
  }

  private boolean hasSound() {
    return program.hasAudio() && (heard || trusts);
  }

  private boolean mayBegin(TsPacket packet, long waited) {
    if (!program.isKnown() || !packet.isStart()) {
      return false;
    }
    if (!needsVideo) {
      return program.isAudio(packet.pid());
    }
    boolean soundSettled =
        !needsAudio || !program.hasAudio() || heard || trusts || waited >= WAIT_FOR_AUDIO;
    return soundSettled && Keyframes.isKeyframe(packet, program.videoType(packet.pid()));
  }

  private void begin(TsPacket packet) {
    going = true;
    version = program.version();
    firstPicture = needsVideo ? packet.presentationTime() : -1;
  }

  /** Sound that belongs before the first picture is left out. */
  private boolean isPassed(TsPacket packet) {
    int pid = packet.pid();
    if (firstPicture < 0 || !program.isAudio(pid) || admitted.contains(pid)) {
      return true;
    }
    long time = packet.presentationTime();
    boolean late = time >= 0 && (time - firstPicture & 2 * HALF_OF_TIME - 1) < HALF_OF_TIME;
    return late && admitted.add(pid);
  }

  private String complaint() {
    if (!program.isKnown()) {
      return "the source sends no program";
    }
    if (!needsVideo) {
      return "the source sends no audio";
    }
    return program.hasVideo() ? "the source sends no keyframe" : "the source sends no video";
  }

  /** Puts packets side by side. */
  private static final class Packer {

    private final byte[] bytes;
    private int length;

    Packer(int most) {
      this.bytes = new byte[most];
    }

    void add(TsPacket packet) {
      System.arraycopy(packet.bytes(), packet.offset(), bytes, length, TsPacket.SIZE);
      length += TsPacket.SIZE;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
