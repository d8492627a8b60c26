package onair.vod.caption;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Playlists that lead players to captions. Pure. Source: RFC 8216 sections 3.5, 4.3.4.1, 4.3.4.2.
 */
final class CaptionPlaylists {

  private static final String VARIANT = "#EXT-X-STREAM-INF:";
  private static final Pattern GROUP = Pattern.compile("[:,]SUBTITLES=\"([^\"]*)\"");

  /** Of variants that have no subtitles of their own. */
  private static final String OURS = "captions";

  private CaptionPlaylists() {}

  /**
   * The multivariant playlist with captions in it; without any it is the original to the byte.
   *
   * @param original without captions of ours, with at least one variant
   * @param captions in the order in which players are to offer them
   */
  static String multivariant(String original, List<Caption> captions) {
    if (captions.isEmpty()) {
      return original;
    }
    Set<String> groups = new LinkedHashSet<>();
    List<String> lines = original.lines().map(line -> grouped(line, groups)).toList();
    int first = firstVariant(lines);
    var text = new StringBuilder();
    lines.subList(0, first).forEach(line -> text.append(line).append('\n'));
    groups.forEach(
        group -> captions.forEach(caption -> text.append(media(group, caption)).append('\n')));
    lines.subList(first, lines.size()).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** A variant says in which group its captions are; groups are collected. */
  private static String grouped(String line, Set<String> groups) {
    if (!line.startsWith(VARIANT)) {
      return line;
    }
    Matcher own = GROUP.matcher(line);
    if (own.find()) {
      groups.add(own.group(1));
      return line;
    }
    groups.add(OURS);
    return line.stripTrailing() + ",SUBTITLES=\"" + OURS + "\"";
  }

  private static int firstVariant(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(VARIANT)) {
        return i;
      }
    }
    throw new IllegalArgumentException("a playlist without variants leads to no captions");
  }

  private static String media(String group, Caption caption) {
    return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"%s\",NAME=\"%s\",LANGUAGE=\"%s\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"%s\""
        .formatted(
            group, caption.name(), caption.language(), CaptionFiles.playlistUri(caption.id()));
  }

  /**
   * The media playlist of a caption: one file, as long as the asset.
   *
   * @param id of the caption, beside whose file it lies
   */
  static String media(String id, Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return List.of(
            "#EXTM3U",
            "#EXT-X-VERSION:3",
            "#EXT-X-TARGETDURATION:%d".formatted(Math.max(1, (long) Math.ceil(seconds))),
            "#EXT-X-MEDIA-SEQUENCE:0",
            "#EXT-X-PLAYLIST-TYPE:VOD",
            String.format(Locale.ROOT, "#EXTINF:%.3f,", seconds),
            id + ".vtt",
            "#EXT-X-ENDLIST")
        .stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
