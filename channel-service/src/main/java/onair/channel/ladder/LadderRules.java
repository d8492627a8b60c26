package onair.channel.ladder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onair.channel.ladder.Ladder.Audio;
import onair.channel.ladder.Ladder.Video;
import onair.common.problem.Violation;

/**
 * What a ladder may say, whoever wrote it; pure. Limits are those of MediaLive's H.264 and AAC and
 * of the levels its prices go up to. Every rule that is broken is told, with the rendition's name.
 */
final class LadderRules {

  /** Names go into addresses and object names. */
  static final String NAME = "[a-z0-9][a-z0-9_-]{0,31}";

  static final int MOST_VIDEO = 10;
  static final int MOST_AUDIO = 4;

  private static final Pattern NAMED = Pattern.compile(NAME);
  private static final int STEREO = 2;

  /** How far a shape may be off: sizes are even, and 854 by 480 is not quite 16 by 9. */
  private static final double SHAPE_TOLERANCE = 0.02;

  private final Ladder ladder;
  private final List<Violation> broken = new ArrayList<>();

  private LadderRules(Ladder ladder) {
    this.ladder = ladder;
  }

  /** What is wrong with it, by field; empty when it can be encoded. */
  static List<Violation> broken(Ladder ladder) {
    var rules = new LadderRules(ladder);
    rules.whole();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < ladder.video().size(); i++) {
      rules.video(i, names);
    }
    for (int i = 0; i < ladder.audio().size(); i++) {
      rules.audio(i, names);
    }
    return List.copyOf(rules.broken);
  }

  private void whole() {
    require(NAMED.matcher(ladder.name()).matches(), "name", "pattern", "must match " + NAME);
    range("frame_rate", "the ladder", ladder.frameRate(), 24, 60);
    range("gop_seconds", "the ladder", ladder.gopSeconds(), 1, 6);
    range("video", "the ladder: how many", ladder.video().size(), 1, MOST_VIDEO);
    range("audio", "the ladder: how many", ladder.audio().size(), 1, MOST_AUDIO);
    require(
        ladder.frameRate() <= ladder.source().frameRate(),
        "frame_rate",
        "above_source",
        "must be at most the source's " + ladder.source().frameRate());
  }

  private void video(int index, Set<String> names) {
    Video rung = ladder.video().get(index);
    String at = "video[" + index + "]";
    name(at, rung.name(), names);
    side(at + ".width", rung, rung.width(), 64, 4096);
    side(at + ".height", rung, rung.height(), 64, 2160);
    require(
        rung.width() <= ladder.source().width() && rung.height() <= ladder.source().height(),
        at,
        "above_source",
        "%s: must not be larger than the source, %d by %d"
            .formatted(rung.name(), ladder.source().width(), ladder.source().height()));
    require(
        sameShape(rung),
        at,
        "shape",
        rung.name() + ": must have the shape of the source, or it is shown with black bars");
    range(
        at + ".bits_per_second",
        rung.name(),
        rung.bitsPerSecond(),
        100_000,
        rung.ultraHd() ? 50_000_000 : 20_000_000);
    if (index > 0) {
      smaller(at, rung, ladder.video().get(index - 1));
    }
  }

  private boolean sameShape(Video rung) {
    double wanted = (double) ladder.source().width() / ladder.source().height();
    double shape = (double) rung.width() / rung.height();
    return Math.abs(shape / wanted - 1) <= SHAPE_TOLERANCE;
  }

  private void side(String field, Video rung, int pixels, int least, int most) {
    range(field, rung.name(), pixels, least, most);
    require(pixels % 2 == 0, field, "odd", rung.name() + ": must be even");
  }

  /** Players pick by bits; a rendition that has more of them and less picture is never right. */
  private void smaller(String at, Video rung, Video before) {
    boolean same =
        rung.width() == before.width()
            && rung.height() == before.height()
            && rung.bitsPerSecond() == before.bitsPerSecond();
    require(!same, at, "duplicate", rung.name() + ": is the same as " + before.name());
    require(
        same
            || (rung.height() <= before.height()
                && rung.width() <= before.width()
                && rung.bitsPerSecond() < before.bitsPerSecond()),
        at,
        "order",
        "%s: must have fewer bits_per_second than %s before it, and be no larger"
            .formatted(rung.name(), before.name()));
  }

  private void audio(int index, Set<String> names) {
    Audio rung = ladder.audio().get(index);
    String at = "audio[" + index + "]";
    name(at, rung.name(), names);
    range(at + ".bits_per_second", rung.name(), rung.bitsPerSecond(), 32_000, 320_000);
    require(
        rung.sampleRate() == 44_100 || rung.sampleRate() == 48_000,
        at + ".sample_rate",
        "one_of",
        rung.name() + ": must be 44100 or 48000");
    range(at + ".channels", rung.name(), rung.channels(), 1, STEREO);
  }

  private void name(String at, String name, Set<String> names) {
    require(NAMED.matcher(name).matches(), at + ".name", "pattern", name + ": must match " + NAME);
    require(names.add(name), at + ".name", "duplicate", name + ": is the name of another");
  }

  private void range(String field, String whose, int value, int least, int most) {
    require(
        value >= least && value <= most,
        field,
        "range",
        "%s: must be %d to %d".formatted(whose, least, most));
  }

  private void require(boolean holds, String field, String code, String detail) {
    if (!holds) {
      broken.add(new Violation(field, code, detail));
    }
  }
}
