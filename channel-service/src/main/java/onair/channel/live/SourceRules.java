package onair.channel.live;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onair.channel.parts.Slate;
import onair.channel.schedule.PictureRules;
import onair.common.outgoing.TargetCheck;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Where a broadcast may be read. AWS connects there and not we, at any port; all the same it has to
 * be an address of the public internet, as AWS may reach more from where it stands.
 */
final class SourceRules {

  static final String URL = "ingest.url";
  static final String STREAM_ID = "ingest.stream_id";

  /** The schemes AWS reads each protocol by. */
  private static final Map<String, Set<String>> SCHEMES =
      Map.of(
          IngestSpec.SRT_CALLER, Set.of("srt"),
          IngestSpec.RTMP_PULL, Set.of("rtmp", "rtmps"),
          IngestSpec.HLS_PULL, Set.of("https", "http"),
          IngestSpec.MP4, Set.of("https", "http"));

  private final TargetCheck targets;

  SourceRules(TargetCheck targets) {
    this.targets = targets;
  }

  /**
   * Asks a name server.
   *
   * @throws Problem 422 when it is no such address
   */
  void require(IngestSpec ingest) {
    SourceSpec source = ingest.source();
    if (source == null) {
      return;
    }
    Set<String> schemes = Objects.requireNonNull(SCHEMES.get(ingest.protocol()));
    targets
        .violation(URL, source.url(), schemes)
        .or(() -> ingest.callsBySrt() ? listener(URI.create(source.url())) : Optional.empty())
        .ifPresent(SourceRules::refuse);
  }

  /**
   * Asks a name server.
   *
   * @throws Problem 422 when its picture is not one MediaLive may read
   */
  void requireSlate(@Nullable Slate slate) {
    if (slate != null && slate.imageUrl() != null) {
      PictureRules.violation(targets, "slate.image_url", slate.imageUrl())
          .ifPresent(SourceRules::refuse);
    }
  }

  private static void refuse(Violation fault) {
    throw Problems.validationFailed().violation(fault);
  }

  private static Optional<Violation> listener(URI url) {
    boolean plain = url.getPort() > 0 && url.getRawQuery() == null && "".equals(url.getRawPath());
    return plain
        ? Optional.empty()
        : Optional.of(
            new Violation(
                URL,
                TargetCheck.CODE,
                "must be nothing but host and port, like srt://example.com:9000"));
  }

  /** What goes together; pure. */
  static boolean fits(IngestSpec ingest, Problem problem) {
    SourceSpec source = ingest.source();
    String url = source == null ? null : source.url();
    String streamId = source == null ? null : source.streamId();
    return ingest.isPushed()
        ? isAbsent(url, URL, ingest, problem) & isAbsent(streamId, STREAM_ID, ingest, problem)
        : isReadable(ingest, url, streamId, problem);
  }

  private static boolean isReadable(
      IngestSpec ingest, @Nullable String url, @Nullable String streamId, Problem problem) {
    boolean fine = ingest.callsBySrt() || isAbsent(streamId, STREAM_ID, ingest, problem);
    if (url == null || url.isEmpty()) {
      problem.violation(URL, "required", "is where it is read with protocol " + ingest.protocol());
      fine = false;
    }
    if (!ingest.allowedCidrs().isEmpty()) {
      problem.violation(
          "ingest.allowed_cidrs",
          SpecRules.COMBINATION,
          "goes with protocols that are pushed; leave it out, as nobody pushes");
      fine = false;
    }
    return fine;
  }

  private static boolean isAbsent(
      @Nullable String value, String field, IngestSpec ingest, Problem problem) {
    if (value != null && !value.isEmpty()) {
      problem.violation(
          field,
          SpecRules.COMBINATION,
          "does not go with protocol " + ingest.protocol() + "; leave it out");
      return false;
    }
    return true;
  }
}
