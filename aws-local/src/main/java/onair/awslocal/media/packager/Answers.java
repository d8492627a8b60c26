package onair.awslocal.media.packager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import onair.awslocal.origin.OriginResponse;
import org.jspecify.annotations.Nullable;

/** Answers requests for the files of one endpoint, as it was at one moment. */
final class Answers {

  /** A name is never used again for other bytes. */
  private static final Duration IMMUTABLE = Duration.ofDays(1);

  private static final Duration REFUSAL = Duration.ofSeconds(1);

  private final EndpointView endpoint;
  private final GopFiles files;
  private final InstantSource clock;

  Answers(EndpointView endpoint, GopFiles files, InstantSource clock) {
    this.endpoint = endpoint;
    this.files = files;
    this.clock = clock;
  }

  static OriginResponse notFound() {
    return refusal(404, "Not found.");
  }

  private static OriginResponse refusal(int status, String sentence) {
    byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    return new OriginResponse(status, "text/plain; charset=utf-8", REFUSAL, body);
  }

  OriginResponse to(String file, Map<String, String> query) {
    StartTime start;
    try {
      start = StartTime.of(query);
    } catch (IllegalArgumentException e) {
      return refusal(
          400,
          "start and end are seconds since 1970 or ISO 8601, and others are numbers of seconds.");
    }
    if (endpoint.isLocked()) {
      return refusal(503, "The keys of this endpoint are not there yet.");
    }
    switch (Hold.of(file, query).state(endpoint)) {
      case REFUSED -> {
        return refusal(
            400, "_HLS_msn and _HLS_part name a segment and a part that come soon, or are there.");
      }
      case NOT_YET -> {
        return refusal(503, "What was waited for has not come.");
      }
      case READY -> {}
    }
    return FileNames.parseSegment(file)
        .flatMap(this::segment)
        .or(() -> FileNames.parsePart(file).flatMap(this::part))
        .or(() -> FileNames.parseInit(file).flatMap(this::init))
        .or(() -> new Manifests(endpoint, start, now()).named(file))
        .orElseGet(Answers::notFound);
  }

  private Optional<OriginResponse> segment(FileNames.Numbered name) {
    Segment segment = endpoint.segment(name.number()).orElse(null);
    OptionalInt index = index(segment, name.rendition());
    if (segment == null || index.isEmpty() || segment.size(index.getAsInt()) == 0) {
      return Optional.empty();
    }
    return media(
        segment.run().renditions().get(index.getAsInt()),
        () -> SegmentBytes.of(files, segment, index.getAsInt()));
  }

  private Optional<OriginResponse> part(FileNames.NumberedPart name) {
    Segment segment = endpoint.begun(name.number()).orElse(null);
    OptionalInt index = index(segment, name.rendition());
    if (segment == null || index.isEmpty() || name.part() >= Parts.count(segment)) {
      return Optional.empty();
    }
    if (segment.gops().get(name.part()).parts().get(index.getAsInt()).size() == 0) {
      return Optional.empty();
    }
    return media(
        segment.run().renditions().get(index.getAsInt()),
        () -> SegmentBytes.of(files, segment, index.getAsInt(), name.part()));
  }

  private static OptionalInt index(@Nullable Segment segment, String rendition) {
    return segment == null ? OptionalInt.empty() : segment.run().indexOf(rendition);
  }

  private interface Media {
    byte[] read() throws IOException;
  }

  private Optional<OriginResponse> media(Rendition rendition, Media source) {
    try {
      byte[] bytes = source.read();
      Seal seal = endpoint.seal();
      return Optional.of(media(rendition, seal == null ? bytes : seal.segment(rendition, bytes)));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // left the ring while we looked
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<OriginResponse> init(FileNames.Numbered name) {
    Run run = endpoint.run(name.number()).orElse(null);
    OptionalInt index = run == null ? OptionalInt.empty() : run.indexOf(name.rendition());
    if (run == null || index.isEmpty()) {
      return Optional.empty();
    }
    Rendition rendition = run.renditions().get(index.getAsInt());
    Seal seal = endpoint.seal();
    try {
      return Optional.of(
          media(rendition, seal == null ? rendition.track().init() : seal.init(rendition)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OriginResponse media(Rendition rendition, byte[] bytes) {
    return new OriginResponse(200, rendition.contentType(), IMMUTABLE, bytes);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
