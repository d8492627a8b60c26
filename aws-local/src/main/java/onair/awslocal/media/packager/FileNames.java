package onair.awslocal.media.packager;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the files that both HLS and DASH refer to. */
final class FileNames {

  private static final Pattern SEGMENT = Pattern.compile("(.+)_(\\d{1,18})\\.m4s");
  private static final Pattern PART = Pattern.compile("(.+)_(\\d{1,18})_part(\\d{1,4})\\.m4s");
  private static final Pattern INIT = Pattern.compile("(.+)_init_(\\d{1,18})\\.mp4");

  private FileNames() {}

  /** A file of one rendition: its segment of this number, or its header for the run of this id. */
  record Numbered(String rendition, long number) {}

  /** {@code $Number$} in place of a number makes it DASH's template. */
  static String segment(String rendition, Object number) {
    return rendition + "_" + number + ".m4s";
  }

  /** A part of a segment, from 0. */
  record NumberedPart(String rendition, long number, int part) {}

  static String part(String rendition, long number, int part) {
    return rendition + "_" + number + "_part" + part + ".m4s";
  }

  static String init(String rendition, Run run) {
    return rendition + "_init_" + run.id() + ".mp4";
  }

  /** The HLS media playlist of one rendition. */
  static String playlist(String manifest, String rendition) {
    return manifest + "_" + rendition + ".m3u8";
  }

  static Optional<Numbered> parseSegment(String file) {
    return parse(SEGMENT, file);
  }

  static Optional<NumberedPart> parsePart(String file) {
    Matcher matcher = PART.matcher(file);
    return matcher.matches()
        ? Optional.of(
            new NumberedPart(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  static Optional<Numbered> parseInit(String file) {
    return parse(INIT, file);
  }

  private static Optional<Numbered> parse(Pattern pattern, String file) {
    Matcher matcher = pattern.matcher(file);
    return matcher.matches()
        ? Optional.of(new Numbered(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
