package onair.awslocal.media.packager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the HLS playlist of variants (RFC 8216 section 4.3.4), of the newest run's renditions. */
final class MultivariantPlaylist {

  private final Window window;
  private final Run run;
  private final Naming names;
  private final String query;
  private final @Nullable Seal seal;
  private final List<String> lines = new ArrayList<>();

  private MultivariantPlaylist(Window window, Naming names, String query, @Nullable Seal seal) {
    this.seal = seal;
    this.window = window;
    this.run = window.lastRun();
    this.names = names;
    this.query = query;
  }

  /**
   * @param manifest what the media playlists' names begin with
   * @param query appended to their addresses: empty, or beginning with a question mark
   */
  static String write(Window window, String manifest, String query) {
    return write(window, manifest, query, null);
  }

  /** The same of encrypted segments. */
  static String write(Window window, String manifest, String query, @Nullable Seal seal) {
    return new MultivariantPlaylist(window, Naming.shared(manifest), query, seal).write();
  }

  /** The renditions that a programme of these names has. */
  static String write(Window window, Naming names, String query) {
    return new MultivariantPlaylist(window, names, query, null).write();
  }

  private String write() {
    lines.add("#EXTM3U");
    lines.add("#EXT-X-VERSION:7");
    lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
    if (seal != null) {
      lines.addAll(seal.multivariantPlaylist());
    }
    List<Rendition> all = run.renditions().stream().filter(r -> names.has(r.name())).toList();
    List<Rendition> videos = all.stream().filter(Rendition::isVideo).toList();
    List<Rendition> audios = all.stream().filter(r -> !r.isVideo()).toList();
    if (videos.isEmpty()) {
      audios.forEach(audio -> variant(audio, null));
    } else {
      audios.forEach(audio -> audioMedia(audio, audio.equals(audios.getFirst())));
      Rendition largest =
          audios.stream().max(Comparator.comparingInt(Rendition::bitsPerSecond)).orElse(null);
      videos.forEach(video -> variant(video, largest));
    }
    return String.join("\n", lines) + "\n";
  }

  private void audioMedia(Rendition audio, boolean isDefault) {
    lines.add(
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"%s\",DEFAULT=%s,AUTOSELECT=YES,CHANNELS=\"%d\",URI=\"%s\""
            .formatted(
                audio.name(), isDefault ? "YES" : "NO", audio.track().channels(), uri(audio)));
  }

  /** The audio that may play along counts into the bandwidth and the codecs. */
  private void variant(Rendition main, @Nullable Rendition audio) {
    Bitrates bitrates = bitrates(main);
    String codecs = main.track().codec();
    if (audio != null) {
      bitrates = bitrates.plus(bitrates(audio));
      codecs += "," + audio.track().codec();
    }
    StringBuilder line =
        new StringBuilder("#EXT-X-STREAM-INF:BANDWIDTH=%d".formatted(bitrates.peak()));
    line.append(",AVERAGE-BANDWIDTH=%d,CODECS=\"%s\"".formatted(bitrates.average(), codecs));
    if (main.isVideo()) {
      line.append(",RESOLUTION=%dx%d".formatted(main.track().width(), main.track().height()));
      line.append(String.format(Locale.ROOT, ",FRAME-RATE=%.3f", frameRate(main)));
    }
    if (audio != null) {
      line.append(",AUDIO=\"audio\"");
    }
    lines.add(line.toString());
    lines.add(uri(main));
  }

  private String uri(Rendition rendition) {
    return names.playlist(rendition.name()) + query;
  }

  private Bitrates bitrates(Rendition rendition) {
    return Bitrates.of(run, run.renditions().indexOf(rendition), window.segments());
  }

  private double frameRate(Rendition rendition) {
    return FrameRate.of(run.renditions().indexOf(rendition), window.segments().getLast());
  }
}
