package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MediaSegment;
import org.jspecify.annotations.Nullable;

/** Writes one personalised media playlist (RFC 8216). */
final class PlaylistWriter {

  /** From which on segments may have headers. */
  private static final int VERSION = 7;

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Where an ad's files are for one rendition. */
  interface AdAddresses {

    /**
     * @param segment from 0; below zero the header
     */
    String of(AdPlay play, int segment);
  }

  private final int rendition;
  private final boolean markers;
  private final UnaryOperator<String> contentAddresses;
  private final AdAddresses adAddresses;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Long discontinuity;
  private @Nullable String map;
  private @Nullable String key;

  /**
   * @param markers whether ad markers are passed on
   * @param contentAddresses what the players' addresses of content are
   */
  PlaylistWriter(
      int rendition,
      boolean markers,
      UnaryOperator<String> contentAddresses,
      AdAddresses adAddresses) {
    this.rendition = rendition;
    this.markers = markers;
    this.contentAddresses = contentAddresses;
    this.adAddresses = adAddresses;
  }

  /**
   * @param origin whose settings are kept
   */
  String write(MediaPlaylist origin, Personalised personalised) {
    List<Piece> pieces = personalised.pieces();
    long first =
        pieces.isEmpty() ? origin.discontinuitySequence() : pieces.getFirst().discontinuity();
    lines.add("#EXTM3U");
    lines.add("#EXT-X-VERSION:" + Math.max(VERSION, origin.version()));
    lines.add("#EXT-X-TARGETDURATION:" + origin.targetDuration());
    lines.add("#EXT-X-MEDIA-SEQUENCE:" + personalised.number());
    lines.add("#EXT-X-DISCONTINUITY-SEQUENCE:" + first);
    lines.addAll(origin.headers());
    pieces.forEach(this::piece);
    if (origin.ended()) {
      lines.add("#EXT-X-ENDLIST");
    }
    return String.join("\n", lines) + "\n";
  }

  private void piece(Piece piece) {
    if (discontinuity != null && discontinuity != piece.discontinuity()) {
      lines.add("#EXT-X-DISCONTINUITY");
      map = null;
    }
    discontinuity = piece.discontinuity();
    switch (piece) {
      case Piece.Original original -> original(original.segment());
      case Piece.Inserted inserted -> inserted(inserted);
    }
  }

  private void original(MediaSegment segment) {
    if (markers) {
      lines.addAll(segment.markerTags());
    }
    header(segment.map() == null ? null : rewritten(segment.map()));
    key(segment.key());
    time(segment.time());
    lines.addAll(segment.tags());
    duration(segment.duration());
    lines.add(contentAddresses.apply(segment.uri()));
  }

  private void inserted(Piece.Inserted inserted) {
    AdPlay play = inserted.play();
    header("#EXT-X-MAP:URI=\"%s\"".formatted(adAddresses.of(play, -1)));
    key(null);
    time(inserted.time());
    duration(play.duration(rendition, inserted.segment()));
    lines.add(adAddresses.of(play, inserted.segment()));
  }

  private void header(@Nullable String wanted) {
    if (wanted != null && !wanted.equals(map)) {
      lines.add(wanted);
    }
    map = wanted;
  }

  private void key(@Nullable String wanted) {
    if (wanted != null && !wanted.equals(key)) {
      lines.add(wanted);
    } else if (wanted == null && key != null) {
      lines.add("#EXT-X-KEY:METHOD=NONE");
    }
    key = wanted;
  }

  private void time(@Nullable Instant time) {
    if (time != null) {
      lines.add("#EXT-X-PROGRAM-DATE-TIME:" + DATE_TIME.format(time));
    }
  }

  private void duration(Duration duration) {
    lines.add(String.format(Locale.ROOT, "#EXTINF:%.6f,", duration.toNanos() / 1e9));
  }

  private String rewritten(String tag) {
    int start = tag.indexOf("URI=\"") + 5;
    int end = tag.indexOf('"', start);
    return start < 5 || end < 0
        ? tag
        : tag.substring(0, start)
            + contentAddresses.apply(tag.substring(start, end))
            + tag.substring(end);
  }
}
