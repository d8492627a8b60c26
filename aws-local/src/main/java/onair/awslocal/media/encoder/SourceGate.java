package onair.awslocal.media.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onair.awslocal.media.rtmp.FlvTag;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a publisher's tags an encoder process gets. A process begins at a keyframe with
 * both codec headers before it, sees one unbroken clock from 0, and one format: when the source
 * changes either, the process must end and another begin. Time is the publisher's, so this is a
 * pure function of its tags.
 */
final class SourceGate implements Gate {

  private static final Step WAIT = new Step.Wait();

  /** Sources send their headers at once; one without sound is not waited for longer than this. */
  private static final long WAIT_FOR_AUDIO = 2_000;

  private static final long WAIT_FOR_KEYFRAME = 15_000;
  private static final long LONGEST_PAUSE = 10_000;
  private static final long LONGEST_STEP_BACK = 1_000;

  private final boolean needsVideo;
  private final boolean needsAudio;
  private @Nullable FlvTag metadata;
  private @Nullable FlvTag videoHeader;
  private @Nullable FlvTag audioHeader;
  private @Nullable Timeline timeline;
  private long waitingSince = -1;
  private boolean complained;

  SourceGate(boolean needsVideo, boolean needsAudio) {
    this.needsVideo = needsVideo;
    this.needsAudio = needsAudio;
  }

  /** What a process that has begun sees. */
  private static final class Timeline {

    final long zero;
    final @Nullable SilentAudio silence;
    long last;

    Timeline(long zero, @Nullable SilentAudio silence) {
      this.zero = zero;
      this.last = zero;
      this.silence = silence;
    }
  }

  @Override
  public void forget() {
    restart();
    metadata = null;
    videoHeader = null;
    audioHeader = null;
    complained = false;
  }

  @Override
  public void restart() {
    timeline = null;
    waitingSince = -1;
  }

  @Override
  public boolean canBeginWith(Piece piece) {
    return piece instanceof Piece.Tag(FlvTag tag)
        && (needsVideo ? tag.isKeyframe() : tag.kind() == FlvTag.Kind.AUDIO && !tag.isHeader());
  }

  /** Nothing comes of what is no tag. */
  @Override
  public Step accept(Piece piece) {
    return piece instanceof Piece.Tag(FlvTag tag) ? accept(tag) : WAIT;
  }

  Step accept(FlvTag tag) {
    if (tag.kind() == FlvTag.Kind.SCRIPT) {
      metadata = tag;
      return WAIT;
    }
    if (tag.isHeader()) {
      return header(tag);
    }
    boolean wanted = tag.kind() == FlvTag.Kind.VIDEO ? needsVideo : needsAudio;
    return timeline == null ? waiting(tag) : wanted ? going(timeline, tag) : WAIT;
  }

  private Step header(FlvTag tag) {
    boolean isVideo = tag.kind() == FlvTag.Kind.VIDEO;
    FlvTag known = isVideo ? videoHeader : audioHeader;
    if (known != null && Arrays.equals(known.payload(), tag.payload())) {
      return WAIT;
    }
    if (isVideo) {
      videoHeader = tag;
    } else {
      audioHeader = tag;
    }
    if (timeline == null || !(isVideo ? needsVideo : needsAudio)) {
      return WAIT;
    }
    restart();
    return new Step.Break(
        "the source changed its %s format".formatted(isVideo ? "video" : "audio"));
  }

  private Step waiting(FlvTag tag) {
    if (waitingSince < 0) {
      waitingSince = tag.timestamp();
    }
    long waited = tag.timestamp() - waitingSince;
    if (mayBegin(tag, waited)) {
      return begin(tag);
    }
    if (waited > WAIT_FOR_KEYFRAME && !complained) {
      complained = true;
      return new Step.Unusable(complaint());
    }
    return WAIT;
  }

  private boolean mayBegin(FlvTag tag, long waited) {
    if (!needsVideo) {
      return tag.kind() == FlvTag.Kind.AUDIO && audioHeader != null;
    }
    boolean audioSettled = !needsAudio || audioHeader != null || waited >= WAIT_FOR_AUDIO;
    return tag.isKeyframe() && videoHeader != null && audioSettled;
  }

  private String complaint() {
    if (!needsVideo) {
      return "the source sends no AAC audio";
    }
    return videoHeader == null ? "the source sends no H.264 video" : "the source sends no keyframe";
  }

  private Step begin(FlvTag first) {
    boolean silent = needsVideo && needsAudio && audioHeader == null;
    Timeline begun = new Timeline(first.timestamp(), silent ? new SilentAudio() : null);
    timeline = begun;
    List<FlvTag> tags = new ArrayList<>();
    for (FlvTag header : Arrays.asList(metadata, videoHeader, audioHeader)) {
      if (header != null && isWanted(header)) {
        tags.add(at(0, header));
      }
    }
    if (silent) {
      tags.add(SilentAudio.HEADER);
    }
    tags.addAll(media(begun, first));
    return new Step.Begin(pieces(tags), false);
  }

  private boolean isWanted(FlvTag tag) {
    return switch (tag.kind()) {
      case SCRIPT -> true;
      case VIDEO -> needsVideo;
      case AUDIO -> needsAudio;
    };
  }

  private Step going(Timeline current, FlvTag tag) {
    long step = tag.timestamp() - current.last;
    if (step > LONGEST_PAUSE || step < -LONGEST_STEP_BACK) {
      restart();
      return new Step.Break("the source's clock jumped by %d ms".formatted(step));
    }
    if (tag.timestamp() - current.zero > Integer.MAX_VALUE) {
      restart();
      return new Step.Break("the source's clock has run as far as FLV can count");
    }
    current.last = Math.max(current.last, tag.timestamp());
    return tag.timestamp() < current.zero ? WAIT : new Step.Go(pieces(media(current, tag)));
  }

  private static List<FlvTag> media(Timeline timeline, FlvTag tag) {
    FlvTag rebased = at(tag.timestamp() - timeline.zero, tag);
    List<FlvTag> tags = new ArrayList<>();
    if (timeline.silence != null) {
      tags.addAll(timeline.silence.until(rebased.timestamp()));
    }
    tags.add(rebased);
    return tags;
  }

  private static List<Piece> pieces(List<FlvTag> tags) {
    return tags.stream().<Piece>map(Piece.Tag::new).toList();
  }

  private static FlvTag at(long timestamp, FlvTag tag) {
    return new FlvTag(tag.kind(), timestamp, tag.payload());
  }
}
