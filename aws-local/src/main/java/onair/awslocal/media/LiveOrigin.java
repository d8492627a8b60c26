package onair.awslocal.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.origin.OriginResponse;

/**
 * Packaging and origin, as MediaPackage asks for them. A channel is named by the ingest target its
 * encoder writes to ({@link IngestTargets}).
 */
public interface LiveOrigin {

  /** Accepts this channel's tracks from now on. Opening an open channel changes nothing. */
  void openChannel(String ingestTarget);

  /** Frees the channel's segments and forgets its endpoints. Closing a closed channel is fine. */
  void closeChannel(String ingestTarget);

  /**
   * Adds or replaces an endpoint. Segments are cut from the moment the first endpoint is there,
   * with that endpoint's segment duration.
   *
   * @throws IllegalArgumentException when the channel is not open
   */
  void putEndpoint(String ingestTarget, EndpointSpec spec);

  /**
   * Lets an endpoint forget what it has, so that it goes on with what its channel receives from now
   * on. Its settings stay; an unknown one is fine.
   */
  void resetEndpoint(String ingestTarget, String endpointName);

  /**
   * Gives an encrypted endpoint its keys; what it answers from now on is encrypted by them. An
   * unknown one is fine.
   */
  void protect(String ingestTarget, String endpointName, Protection protection);

  /** Removes an endpoint; an unknown one is fine. */
  void removeEndpoint(String ingestTarget, String endpointName);

  /** Bytes that have come in since the channel was opened; 0 for one that is not. */
  long received(String ingestTarget);

  /**
   * One manifest or segment.
   *
   * @param file path below the endpoint, without a leading slash, such as {@code index.m3u8}
   * @param query {@code start} and {@code end} (seconds since 1970 or ISO 8601) choose a part of
   *     the start-over window, {@code time_delay} (seconds) lists segments later, {@code
   *     manifest_window_seconds} lists fewer; {@code _HLS_msn} and {@code _HLS_part} hold a
   *     low-latency playlist back until it has that segment or part, as its next part is; other
   *     names are ignored
   * @return 200 with the bytes, 404 for unknown and not yet existing ones, 400 for a bad query, 503
   *     for what was waited for in vain
   */
  OriginResponse get(
      String ingestTarget, String endpointName, String file, Map<String, String> query);

  /**
   * The segments that cover this time as a programme of its own. Its length differs from the asked
   * one by a segment at most, and by what was never sent.
   *
   * @param manifests to be written; their windows play no part
   * @return empty when there is no such endpoint, it is encrypted, or it has no media of that time
   */
  Optional<Clip> clip(
      String ingestTarget,
      String endpointName,
      Instant start,
      Instant end,
      List<ManifestSpec> manifests);
}
