package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.AdMarkers;
import org.jspecify.annotations.Nullable;

/**
 * The HLS tags of breaks. Sources: RFC 8216 section 4.3.2.7.1 for date ranges; MediaLive user
 * guide, "Sample manifests - HLS", SCTE-35 enhanced, for cues.
 */
final class AdMarkerTags {

  private AdMarkerTags() {}

  /** What stands before a segment. */
  static List<String> before(Segment segment, AdMarkers markers) {
    return switch (markers.form()) {
      case DATERANGE ->
          segment.cues().stream()
              .filter(cue -> tells(markers, cue.avail()))
              .map(AdMarkerTags::dateRange)
              .toList();
      case CUE -> cueTags(segment, markers);
      case NONE, EVENTS_BINARY, EVENTS_XML -> List.of();
    };
  }

  private static boolean tells(AdMarkers markers, Avail avail) {
    return markers.messages().contains(avail.message());
  }

  private static String dateRange(Cue cue) {
    Avail avail = cue.avail();
    String range =
        "#EXT-X-DATERANGE:ID=\"%d-%d\",START-DATE=\"%s\""
            .formatted(
                avail.eventId(),
                avail.begins().toEpochMilli(),
                MediaPlaylist.DATE_TIME.format(avail.begins()));
    return switch (cue) {
      case Cue.Out _ when avail.planned() != null ->
          "%s,PLANNED-DURATION=%s,SCTE35-OUT=%s"
              .formatted(range, seconds(avail.planned()), SpliceInfo.hex(cue));
      case Cue.Out _ -> "%s,SCTE35-OUT=%s".formatted(range, SpliceInfo.hex(cue));
      case Cue.In in ->
          "%s,DURATION=%s,SCTE35-IN=%s".formatted(range, seconds(in.length()), SpliceInfo.hex(cue));
    };
  }

  private static List<String> cueTags(Segment segment, AdMarkers markers) {
    List<String> tags = new ArrayList<>();
    boolean begins = false;
    for (Cue cue : segment.cues()) {
      if (tells(markers, cue.avail())) {
        switch (cue) {
          case Cue.In _ -> tags.add("#EXT-X-CUE-IN");
          case Cue.Out out -> {
            tags.add("#EXT-OATCLS-SCTE35:" + SpliceInfo.base64(out));
            tags.add("#EXT-X-CUE-OUT" + planned(":", out.avail()));
            begins = true;
          }
        }
      }
    }
    @Nullable Avail avail = segment.avail();
    if (!begins && avail != null && tells(markers, avail)) {
      Duration elapsed = Duration.between(avail.begins(), segment.begins());
      tags.add(
          "#EXT-X-CUE-OUT-CONT:ElapsedTime=%s%s,SCTE35=%s"
              .formatted(
                  seconds(elapsed),
                  planned(",Duration=", avail),
                  SpliceInfo.base64(new Cue.Out(avail))));
    }
    return tags;
  }

  /** Empty when nobody knows how long the break is. */
  private static String planned(String before, Avail avail) {
    Duration planned = avail.planned();
    return planned == null ? "" : before + seconds(planned);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
