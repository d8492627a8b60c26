package onair.awslocal.media.transcode;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a reason for people out of what ffmpeg says. */
final class Complaints {

  private static final Pattern SPEAKER = Pattern.compile("^\\[[^]]* @ 0x[0-9a-f]+] ");
  private static final int LONGEST = 200;

  private Complaints() {}

  /**
   * @param said ffmpeg's lines
   * @param otherwise when it has said nothing that helps
   */
  static String why(List<String> said, Path file, String otherwise) {
    for (String line : said) {
      if (line.contains("moov atom not found")) {
        return "the MP4 has no index (moov); it is truncated or was never finished";
      }
      if (line.contains("Format not on whitelist")) {
        return "it is a playlist or script, or of another kind that is not accepted";
      }
      if (line.contains("No space left on device")) {
        return "the disk is full";
      }
    }
    return said.stream()
        .map(line -> SPEAKER.matcher(line).replaceFirst(""))
        .filter(line -> !line.isBlank() && !line.startsWith("At least one output file"))
        .reduce((first, last) -> last)
        .map(
            line ->
                otherwise + " (" + cut(line.replace("file:" + file.toAbsolutePath(), "it")) + ")")
        .orElse(otherwise);
  }

  private static String cut(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
