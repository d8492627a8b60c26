package onair.awslocal.mediatailor.hls;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The playlist of variants. Subtitles and trick-play playlists are left out, because ads have none.
 */
public final class MultivariantPlaylist {

  private static final String STREAM = "#EXT-X-STREAM-INF:";
  private static final String MEDIA = "#EXT-X-MEDIA:";
  private static final int MAX_RENDITIONS = 100;

  private sealed interface Line {
    record Text(String text) implements Line {}

    record Address(int index) implements Line {}

    record Media(Attributes attributes, int index) implements Line {}
  }

  private final URI address;
  private final List<Line> lines = new ArrayList<>();
  private final List<Rendition> renditions = new ArrayList<>();
  private @Nullable Attributes stream;

  private MultivariantPlaylist(URI address) {
    this.address = address;
  }

  /**
   * @param address where it came from; relative addresses are resolved against it
   * @throws MalformedPlaylist when it is something else or leads nowhere
   */
  public static MultivariantPlaylist parse(String text, URI address) throws MalformedPlaylist {
    var playlist = new MultivariantPlaylist(address);
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("#EXTM3U")) {
      throw new MalformedPlaylist("no #EXTM3U");
    }
    try {
      lines.forEach(playlist::line);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new MalformedPlaylist(String.valueOf(e.getMessage()), e);
    }
    if (playlist.renditions.stream().noneMatch(r -> r.kind() == Rendition.Kind.VARIANT)) {
      throw new MalformedPlaylist("no variant");
    }
    return playlist;
  }

  /** All media playlists, each once. */
  public List<Rendition> renditions() {
    return List.copyOf(renditions);
  }

  /** The playlist with other addresses of its media playlists, by their index. */
  public String write(IntFunction<String> addresses) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(
          switch (line) {
            case Line.Text(String verbatim) -> verbatim;
            case Line.Address(int index) -> addresses.apply(index);
            case Line.Media(Attributes attributes, int index) -> {
              attributes.quoted("URI", addresses.apply(index));
              yield MEDIA + attributes;
            }
          });
      text.append('\n');
    }
    return text.toString();
  }

  private void line(String line) {
    if (line.startsWith(STREAM)) {
      stream = Attributes.of(line.substring(STREAM.length()));
      stream.remove("SUBTITLES");
      lines.add(new Line.Text(STREAM + stream));
    } else if (line.startsWith(MEDIA)) {
      media(Attributes.of(line.substring(MEDIA.length())), line);
    } else if (!line.startsWith("#")) {
      variant(line);
    } else if (!line.startsWith("#EXT-X-I-FRAME-STREAM-INF")
        && !line.startsWith("#EXT-X-SESSION-DATA")
        && !line.startsWith("#EXT-X-CONTENT-STEERING")) {
      lines.add(new Line.Text(line));
    }
  }

  private void media(Attributes media, String line) {
    String type = media.get("TYPE", "");
    String uri = media.get("URI");
    if (type.equals("AUDIO") && uri != null) {
      int channels = Integer.parseInt(media.get("CHANNELS", "0").split("/", 2)[0]);
      Rendition rendition =
          new Rendition(
              0, Rendition.Kind.AUDIO, address.resolve(uri), "", 0, 0, null, 0, channels, null);
      lines.add(new Line.Media(media, place(rendition)));
    } else if (!type.equals("SUBTITLES") && !type.equals("VIDEO")) {
      lines.add(new Line.Text(line));
    }
  }

  private void variant(String uri) {
    Attributes attributes = stream == null ? Attributes.of("") : stream;
    stream = null;
    String[] size = attributes.get("RESOLUTION", "0x0").split("x", 2);
    String rate = attributes.get("FRAME-RATE");
    lines.add(
        new Line.Address(
            place(
                new Rendition(
                    0,
                    Rendition.Kind.VARIANT,
                    address.resolve(uri),
                    attributes.get("CODECS", ""),
                    Integer.parseInt(size[0]),
                    Integer.parseInt(size[1]),
                    rate == null ? null : new BigDecimal(rate),
                    (int)
                        Math.min(
                            Integer.MAX_VALUE, Long.parseLong(attributes.get("BANDWIDTH", "0"))),
                    0,
                    attributes.get("AUDIO")))));
  }

  /** Playlists that several lines lead to are one. */
  private int place(Rendition rendition) {
    for (Rendition known : renditions) {
      if (known.address().equals(rendition.address())) {
        return known.index();
      }
    }
    if (renditions.size() == MAX_RENDITIONS) {
      throw new IllegalArgumentException("more than " + MAX_RENDITIONS + " renditions");
    }
    Rendition placed =
        new Rendition(
            renditions.size(),
            rendition.kind(),
            rendition.address(),
            rendition.codecs(),
            rendition.width(),
            rendition.height(),
            rendition.frameRate(),
            rendition.bitsPerSecond(),
            rendition.channels(),
            rendition.audioGroup());
    renditions.add(placed);
    return placed.index();
  }
}
