package onair.awslocal.medialive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.MediaConnectFlow;

/**
 * An input as it is kept. Whether it is attached is not kept here but told by the channels.
 *
 * @param resource what AWS answers, without attachments; its state is never ATTACHED
 * @param ingest where publishers push to, one per pipeline; empty unless the type is RTMP_PUSH
 * @param requestId idempotency token of the create call
 * @param fingerprint of the create call, to tell a repetition from another request
 */
record InputRow(
    Scope scope,
    String id,
    Instant createdAt,
    Input resource,
    List<IngestPoint> ingest,
    @Nullable String requestId,
    String fingerprint,
    @Nullable Pending pending)
    implements Row {

  InputRow {
    ingest = List.copyOf(ingest);
  }

  InputState state() {
    return resource.state();
  }

  /** Whether it is there to be used: not deleted and not about to be. */
  boolean isUsable() {
    return state() != InputState.DELETING && state() != InputState.DELETED;
  }

  boolean isPush() {
    return switch (resource.type()) {
      case RTMP_PUSH, RTP_PUSH, UDP_PUSH -> true;
      default -> false;
    };
  }

  boolean isRtmpPush() {
    return resource.type() == InputType.RTMP_PUSH;
  }

  /** ARNs of the flows that feed it, one per pipeline; empty unless the type is MEDIACONNECT. */
  List<String> flows() {
    return resource.type() == InputType.MEDIACONNECT
        ? resource.mediaConnectFlows().stream().map(MediaConnectFlow::flowArn).toList()
        : List.of();
  }

  InputRow in(InputState state, @Nullable Pending next) {
    return with(resource.toBuilder().state(state).build(), ingest, next);
  }

  InputRow with(Input changed, List<IngestPoint> points, @Nullable Pending next) {
    return new InputRow(scope, id, createdAt, changed, points, requestId, fingerprint, next);
  }

  @Override
  public boolean isDeleted() {
    return state() == InputState.DELETED;
  }

  @Override
  public Map<String, String> tags() {
    return resource.tags();
  }

  @Override
  public InputRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build(), ingest, pending);
  }
}
