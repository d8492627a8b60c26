package onair.awslocal.mediatailor.hls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one media playlist, line by line. */
final class MediaPlaylistReader {

  private static final int MAX_SEGMENTS = 50_000;
  private static final int MAX_DIGITS = 6;

  /** ISO 8601 with or without the colon in the offset. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private final URI address;
  private final Markers markers = new Markers();
  private final List<MediaSegment> segments = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final Map<String, Long> ends = new HashMap<>();
  private int version = 1;
  private int target;
  private long sequence;
  private long discontinuity;
  private boolean ended;

  private List<String> tags = new ArrayList<>();
  private @Nullable String map;
  private @Nullable String key;
  private @Nullable Instant time;
  private @Nullable Duration duration;
  private @Nullable String range;
  private boolean discontinued;

  MediaPlaylistReader(URI address) {
    this.address = address;
  }

  MediaPlaylist read(String text) throws MalformedPlaylist {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("#EXTM3U")) {
      throw new MalformedPlaylist("no #EXTM3U");
    }
    try {
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("#")) {
          tag(line);
        } else {
          segment(line);
        }
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new MalformedPlaylist(String.valueOf(e.getMessage()), e);
    }
    if (target == 0) {
      throw new MalformedPlaylist("no #EXT-X-TARGETDURATION");
    }
    long first = segments.isEmpty() ? discontinuity : segments.getFirst().discontinuity();
    long start = segments.isEmpty() ? sequence : segments.getFirst().sequence();
    return new MediaPlaylist(version, target, start, first, ended, headers, segments);
  }

  private void tag(String line) throws MalformedPlaylist {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    if (markers.take(name, value, line)) {
      return;
    }
    switch (name) {
      case "#EXT-X-STREAM-INF", "#EXT-X-MEDIA", "#EXT-X-I-FRAME-STREAM-INF" ->
          throw new MalformedPlaylist("a multivariant playlist where a media playlist should be");
      case "#EXT-X-VERSION" -> version = Integer.parseInt(value.strip());
      case "#EXT-X-TARGETDURATION" -> target = (int) seconds(value).toSeconds();
      case "#EXT-X-MEDIA-SEQUENCE" -> sequence = Long.parseLong(value.strip());
      case "#EXT-X-DISCONTINUITY-SEQUENCE" -> discontinuity = Long.parseLong(value.strip());
      case "#EXT-X-ENDLIST" -> ended = true;
      case "#EXT-X-INDEPENDENT-SEGMENTS", "#EXT-X-PLAYLIST-TYPE" -> headers.add(line);
      case "#EXT-X-DISCONTINUITY" -> discontinued = true;
      case "#EXT-X-MAP" -> map = line.replace(value, absolute(value));
      case "#EXT-X-KEY" ->
          key = value.contains("METHOD=NONE") ? null : "#EXT-X-KEY:" + absolute(value);
      case "#EXT-X-PROGRAM-DATE-TIME" ->
          time = OffsetDateTime.parse(value.strip(), TIME).toInstant();
      case "#EXTINF" -> duration = seconds(value.split(",", 2)[0]);
      case "#EXT-X-BYTERANGE" -> range = value.strip();
      case "#EXT-X-GAP", "#EXT-X-BITRATE" -> tags.add(line);
      default -> {
        // Comments, low latency and what no player needs.
      }
    }
  }

  private void segment(String line) throws MalformedPlaylist {
    if (duration == null) {
      throw new MalformedPlaylist("a segment without a duration");
    }
    if (segments.size() == MAX_SEGMENTS) {
      throw new MalformedPlaylist("more than " + MAX_SEGMENTS + " segments");
    }
    if (discontinued) {
      discontinuity++;
    }
    String uri = address.resolve(line).toString();
    if (range != null) {
      tags.add("#EXT-X-BYTERANGE:" + located(uri, range));
    }
    segments.add(
        new MediaSegment(
            sequence + segments.size(),
            discontinuity,
            duration,
            uri,
            map,
            key,
            tags,
            time,
            markers.markers(),
            markers.tags()));
    tags = new ArrayList<>();
    markers.next();
    time = null;
    duration = null;
    range = null;
    discontinued = false;
  }

  /** A range without an offset goes on where the last one of the same file ended. */
  private String located(String uri, String given) {
    String[] parts = given.split("@", 2);
    long length = Long.parseLong(parts[0]);
    long offset = parts.length == 2 ? Long.parseLong(parts[1]) : ends.getOrDefault(uri, 0L);
    ends.put(uri, Math.addExact(offset, length));
    return length + "@" + offset;
  }

  private String absolute(String list) {
    Attributes attributes = Attributes.of(list);
    String uri = attributes.get("URI");
    if (uri != null) {
      attributes.quoted("URI", address.resolve(uri).toString());
    }
    return attributes.toString();
  }

  static Duration seconds(String text) {
    BigDecimal seconds = new BigDecimal(text.strip());
    // Numbers of a thousand million digits are short to write.
    if (seconds.signum() < 0 || seconds.precision() - seconds.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException("a duration of " + text + " s");
    }
    return Duration.ofNanos(
        seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
