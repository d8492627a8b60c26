package onair.awslocal.media.transcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes HLS playlists of finished media (RFC 8216). */
final class HlsPlaylists {

  private HlsPlaylists() {}

  /** All segments of one track. */
  static String media(CmafTrack track) {
    double scale = track.timescale();
    long target =
        track.segments().stream()
            .mapToLong(segment -> Math.round(segment.duration() / scale))
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("#EXTM3U");
    lines.add("#EXT-X-VERSION:7");
    lines.add("#EXT-X-TARGETDURATION:" + Math.max(1, target));
    lines.add("#EXT-X-MEDIA-SEQUENCE:1");
    lines.add("#EXT-X-PLAYLIST-TYPE:VOD");
    lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
    lines.add("#EXT-X-MAP:URI=\"%s\"".formatted(track.init()));
    for (CmafTrack.Segment segment : track.segments()) {
      lines.add(String.format(Locale.ROOT, "#EXTINF:%.6f,", segment.duration() / scale));
      lines.add(segment.file());
    }
    lines.add("#EXT-X-ENDLIST");
    return String.join("\n", lines) + "\n";
  }

  /**
   * The video tracks as variants, the audio tracks beside them; only audio when there is no more.
   */
  static String multivariant(List<CmafTrack> tracks) {
    List<CmafTrack> videos = tracks.stream().filter(CmafTrack::isVideo).toList();
    List<CmafTrack> audios = tracks.stream().filter(track -> !track.isVideo()).toList();
    List<String> lines = new ArrayList<>();
    lines.add("#EXTM3U");
    lines.add("#EXT-X-VERSION:7");
    lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
    if (videos.isEmpty()) {
      audios.forEach(audio -> lines.addAll(variant(audio, null)));
      return text(lines);
    }
    audios.forEach(audio -> lines.add(alternative(audio, audio == audios.getFirst())));
    CmafTrack largest =
        audios.stream().max(Comparator.comparingLong(CmafTrack::peakBitrate)).orElse(null);
    videos.forEach(video -> lines.addAll(variant(video, largest)));
    return text(lines);
  }

  private static String alternative(CmafTrack audio, boolean isDefault) {
    return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"%s\",DEFAULT=%s,AUTOSELECT=YES,CHANNELS=\"%d\",URI=\"%s\""
        .formatted(audio.name(), isDefault ? "YES" : "NO", audio.channels(), audio.playlist());
  }

  /** The audio that may play along counts into the bandwidth and the codecs. */
  private static List<String> variant(CmafTrack main, @Nullable CmafTrack audio) {
    long peak = main.peakBitrate() + (audio == null ? 0 : audio.peakBitrate());
    long average = main.averageBitrate() + (audio == null ? 0 : audio.averageBitrate());
    String codecs = main.codec() + (audio == null ? "" : "," + audio.codec());
    String line =
        "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\""
            .formatted(peak, average, codecs);
    if (main.isVideo()) {
      line +=
          String.format(
              Locale.ROOT,
              ",RESOLUTION=%dx%d,FRAME-RATE=%.3f",
              main.width(),
              main.height(),
              main.frameRate());
    }
    return List.of(line + (audio == null ? "" : ",AUDIO=\"audio\""), main.playlist());
  }

  private static String text(List<String> lines) {
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
