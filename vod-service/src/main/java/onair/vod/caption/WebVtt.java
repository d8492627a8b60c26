package onair.vod.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A WebVTT file, looked at line by line. Stricter than players, which leave out in silence what
 * they cannot read: whoever uploads it is told. Pure. Source: W3C WebVTT, section 4 "Syntax"; RFC
 * 8216 section 3.5.
 */
final class WebVtt {

  /** In UTF-8 bytes: in JSON it still fits into the largest body that is taken. */
  static final int LONGEST = 768 * 1024;

  /** More would tell nothing new. */
  private static final int MOST_TOLD = 20;

  private static final String SIGNATURE = "WEBVTT";
  private static final String ARROW = "-->";
  private static final String TIME_MAP = "X-TIMESTAMP-MAP";
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern FIRST = Pattern.compile("WEBVTT([ \t].*)?");
  private static final Pattern NOTE = Pattern.compile("NOTE([ \t].*)?");
  private static final Pattern DEFINITION = Pattern.compile("(STYLE|REGION)[ \t]*");
  private static final String TIME = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
  private static final Pattern TIMES =
      Pattern.compile("%s[ \t]+-->[ \t]+%s(?:[ \t]+(.*))?".formatted(TIME, TIME));
  private static final int GROUPS_OF_A_TIME = 4;
  private static final int SETTINGS = 2 * GROUPS_OF_A_TIME + 1;

  private final List<String> lines;
  private final List<Fault> faults = new ArrayList<>();
  private boolean cues;
  private long latestStart;

  private WebVtt(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Something wrong.
   *
   * @param line from 1; 0 for the whole file
   * @param what a sentence's end, in words of ours alone
   */
  record Fault(int line, String what) {
    String words() {
      return line == 0 ? what : "line " + line + ": " + what;
    }
  }

  /** What is wrong with it, the first of it first; empty when nothing is. */
  static List<Fault> faults(String text) {
    if (utf8Length(text) > LONGEST) {
      return List.of(new Fault(0, "must have at most %d KiB".formatted(LONGEST / 1024)));
    }
    var file = new WebVtt(lines(text));
    file.check();
    return file.faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }

  /**
   * As it is kept: with one kind of line end, and without what another stream said of its times.
   *
   * @param text without faults
   */
  static String kept(String text) {
    List<String> lines = lines(text);
    int header = lines.indexOf("");
    return IntStream.range(0, lines.size())
        .filter(line -> line >= header || !lines.get(line).startsWith(TIME_MAP))
        .mapToObj(lines::get)
        .collect(Collectors.joining("\n"));
  }

  /**
   * The file as it is played with a stream.
   *
   * @param kept see {@link #kept}
   * @param start when the stream's media begin, in 90 kHz
   */
  static String timed(String kept, long start) {
    int end = kept.indexOf('\n');
    return "%s\n%s=MPEGTS:%d,LOCAL:00:00:00.000%s"
        .formatted(kept.substring(0, end), TIME_MAP, start, kept.substring(end));
  }

  private static List<String> lines(String text) {
    return List.of(LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1));
  }

  private static long utf8Length(String text) {
    return text.codePoints().mapToLong(WebVtt::utf8Length).sum();
  }

  private static int utf8Length(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  private void check() {
    for (int i = 0; i < lines.size(); i++) {
      checkCharacters(i);
    }
    if (!FIRST.matcher(lines.getFirst()).matches()) {
      fault(0, "must begin with " + SIGNATURE);
      return;
    }
    int next = blockEnd(0);
    checkNoTimes(1, next, "a blank line must stand before the first cue");
    while (next < lines.size()) {
      if (lines.get(next).isEmpty()) {
        next++;
      } else {
        int end = blockEnd(next);
        checkBlock(next, end);
        next = end;
      }
    }
    if (!cues && faults.isEmpty()) {
      faults.add(new Fault(0, "has no cue"));
    }
  }

  /** The blank line behind a block, or the end. */
  private int blockEnd(int first) {
    int end = first;
    while (end < lines.size() && !lines.get(end).isEmpty()) {
      end++;
    }
    return end;
  }

  private void checkCharacters(int line) {
    lines
        .get(line)
        .codePoints()
        .filter(point -> point != '\t' && isNoText(point))
        .findFirst()
        .ifPresent(point -> fault(line, "U+%04X is a control character or none".formatted(point)));
  }

  private static boolean isNoText(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private void checkBlock(int first, int end) {
    String begins = lines.get(first);
    if (NOTE.matcher(begins).matches()) {
      checkNoTimes(first, end, "a note must not have " + ARROW + " in it");
    } else if (DEFINITION.matcher(begins).matches()) {
      checkNoTimes(first, end, "a blank line must stand before a cue");
      if (cues) {
        fault(first, "STYLE and REGION must stand before the first cue");
      }
    } else {
      checkCue(first, end);
    }
  }

  private void checkCue(int first, int end) {
    cues = true;
    int times = lines.get(first).contains(ARROW) ? first : first + 1;
    if (times >= end || !lines.get(times).contains(ARROW)) {
      fault(first, "must be the times of a cue, its name before them, or NOTE");
      return;
    }
    checkTimes(times);
    checkNoTimes(times + 1, end, "a blank line must stand before the next cue");
  }

  private void checkTimes(int line) {
    Matcher found = TIMES.matcher(lines.get(line));
    if (!found.matches() || !areSettings(found.group(SETTINGS))) {
      fault(line, "times must be like 00:01:02.000 --> 00:01:05.500, settings like line:0");
      return;
    }
    long start = milliseconds(found, 1);
    long end = milliseconds(found, 1 + GROUPS_OF_A_TIME);
    if (end <= start) {
      fault(line, "the cue must end after it begins");
    }
    if (start < latestStart) {
      fault(line, "the cue must not begin before the one before it");
    }
    latestStart = Math.max(latestStart, start);
  }

  private static boolean areSettings(@Nullable String text) {
    return text == null
        || Arrays.stream(text.strip().split("[ \t]+"))
            .allMatch(setting -> setting.isEmpty() || setting.indexOf(':', 1) > 0);
  }

  private static long milliseconds(Matcher found, int group) {
    String hours = found.group(group);
    long minutes =
        60 * (hours == null ? 0 : Long.parseLong(hours)) + Long.parseLong(found.group(group + 1));
    return 1000 * (60 * minutes + Long.parseLong(found.group(group + 2)))
        + Long.parseLong(found.group(group + 3));
  }

  private void checkNoTimes(int from, int end, String otherwise) {
    for (int i = from; i < end; i++) {
      if (lines.get(i).contains(ARROW)) {
        fault(i, otherwise);
      }
    }
  }

  private void fault(int index, String what) {
    if (faults.size() < MOST_TOLD) {
      faults.add(new Fault(index + 1, what));
    }
  }
}
