package onair.awslocal.mediapackagevod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagevod.model.StreamOrder;
import software.amazon.awssdk.services.mediapackagevod.model.StreamSelection;

/** An HLS playlist, as far as it has to be understood to be passed on (RFC 8216). */
record Playlist(List<String> lines) {

  private static final String VARIANT = "#EXT-X-STREAM-INF:";
  private static final Pattern URI = Pattern.compile("[:,]URI=\"([^\"]*)\"");
  private static final Pattern BANDWIDTH = Pattern.compile("[:,]BANDWIDTH=(\\d{1,18})");

  private record Variant(String line, String uri) {

    long bandwidth() {
      Matcher matcher = BANDWIDTH.matcher(line);
      return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
  }

  static Playlist parse(String text) {
    return new Playlist(text.lines().map(String::strip).toList());
  }

  boolean isPlaylist() {
    return !lines.isEmpty() && lines.getFirst().equals("#EXTM3U");
  }

  boolean isEncrypted() {
    return lines.stream()
        .anyMatch(line -> line.startsWith("#EXT-X-KEY:") && !line.contains("METHOD=NONE"));
  }

  /** Everything it names: playlists, segments and their initialisation. */
  List<String> uris() {
    return lines.stream()
        .flatMap(
            line ->
                line.startsWith("#")
                    ? URI.matcher(line).results().map(found -> found.group(1))
                    : Stream.of(line))
        .filter(uri -> !uri.isEmpty())
        .toList();
  }

  /** With the variants somebody wants, in the order they want; others are left out. */
  Playlist select(@Nullable StreamSelection selection) {
    if (selection == null) {
      return this;
    }
    List<String> rest = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(VARIANT) && i + 1 < lines.size()) {
        i++;
        variants.add(new Variant(line, lines.get(i)));
      } else {
        rest.add(line);
      }
    }
    Stream<Variant> wanted =
        variants.stream().filter(variant -> isWanted(selection, variant.bandwidth()));
    Comparator<Variant> ascending = Comparator.comparingLong(Variant::bandwidth);
    StreamOrder order = selection.streamOrder();
    Stream<Variant> ordered =
        switch (order) {
          case VIDEO_BITRATE_ASCENDING -> wanted.sorted(ascending);
          case VIDEO_BITRATE_DESCENDING -> wanted.sorted(ascending.reversed());
          case null, default -> wanted;
        };
    ordered.forEach(variant -> rest.addAll(List.of(variant.line(), variant.uri())));
    return new Playlist(rest);
  }

  private static boolean isWanted(StreamSelection selection, long bandwidth) {
    Integer least = selection.minVideoBitsPerSecond();
    Integer most = selection.maxVideoBitsPerSecond();
    return (least == null || bandwidth >= least) && (most == null || bandwidth <= most);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
