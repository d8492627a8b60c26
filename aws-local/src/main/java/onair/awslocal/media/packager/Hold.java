package onair.awslocal.media.packager;

import java.util.Map;
import onair.awslocal.media.ManifestSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a request waits for: a low-latency playlist until it has a segment or part ({@code _HLS_msn}
 * and {@code _HLS_part}), and the part that such a playlist hints at. Every other request waits for
 * nothing. Source: draft-pantos-hls-rfc8216bis section 6.2.5.2.
 *
 * @param segment the number asked for; null when none is
 * @param part the part asked for; null for the whole segment
 */
record Hold(String file, @Nullable String segment, @Nullable String part, StartTime start) {

  /** How far behind the last listed segment a number may be. */
  private static final int SEGMENTS_AHEAD = 2;

  /** How far behind the last listed part a part may be: by three seconds. */
  private static final long PARTS_AHEAD = Math.ceilDiv(3000L, Parts.TARGET.toMillis());

  /** Whether it can be answered. */
  enum State {
    READY,
    NOT_YET,
    REFUSED
  }

  /**
   * @throws IllegalArgumentException when it asks for a part of the past in a wrong way
   */
  static Hold of(String file, Map<String, String> query) {
    return new Hold(file, query.get("_HLS_msn"), query.get("_HLS_part"), StartTime.of(query));
  }

  /** Whether a request can be answered, be it by a refusal. */
  static boolean isOver(EndpointView endpoint, String file, Map<String, String> query) {
    try {
      return endpoint.isLocked() || of(file, query).state(endpoint) != State.NOT_YET;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** Whether the manifest goes on with what comes next. */
  static boolean isLive(ManifestSpec manifest, StartTime start) {
    return manifest.delay().isZero()
        && start.delay().isZero()
        && start.moment() == null
        && start.end() == null;
  }

  State state(EndpointView endpoint) {
    if (endpoint.spec().manifests().stream().anyMatch(this::isPlaylist)) {
      return playlist(endpoint);
    }
    return FileNames.parsePart(file)
        .filter(name -> name.number() == endpoint.nextNumber())
        .filter(name -> name.part() == endpoint.openParts())
        .map(hinted -> State.NOT_YET)
        .orElse(State.READY);
  }

  private boolean isPlaylist(ManifestSpec manifest) {
    return manifest.kind() == ManifestSpec.Kind.LL_HLS
        && isLive(manifest, start)
        && file.startsWith(manifest.name() + "_")
        && file.endsWith(".m3u8");
  }

  private State playlist(EndpointView endpoint) {
    if (segment == null) {
      return part == null ? State.READY : State.REFUSED;
    }
    if (!segment.matches("\\d{1,18}") || (part != null && !part.matches("\\d{1,9}"))) {
      return State.REFUSED;
    }
    long number = Long.parseLong(segment);
    return part == null ? whole(endpoint, number) : part(endpoint, number, Integer.parseInt(part));
  }

  private static State whole(EndpointView endpoint, long number) {
    if (isFarAhead(endpoint, number)) {
      return State.REFUSED;
    }
    return number < endpoint.nextNumber() ? State.READY : State.NOT_YET;
  }

  /** A part behind the last one of a segment is the first one of the next segment. */
  private static State part(EndpointView endpoint, long number, int part) {
    long next = endpoint.nextNumber();
    if (isFarAhead(endpoint, number)) {
      return State.REFUSED;
    }
    int open = endpoint.openParts();
    int there = number == next ? open : 0;
    if (number == next - 1) {
      there = endpoint.segment(number).map(Parts::count).orElse(0);
    }
    if (number >= next - 1 && part >= there + PARTS_AHEAD) {
      return State.REFUSED;
    }
    boolean ready = number < next ? part < there || number < next - 1 || open > 0 : part < there;
    return ready ? State.READY : State.NOT_YET;
  }

  private static boolean isFarAhead(EndpointView endpoint, long number) {
    return number > endpoint.nextNumber() - 1 + SEGMENTS_AHEAD;
  }
}
