package onair.awslocal.medialive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;

/**
 * A channel as it is kept.
 *
 * @param resource what AWS answers, state and running pipelines included
 * @param requestId idempotency token of the create call
 * @param fingerprint of the create call, to tell a repetition from another request
 * @param alerts set and cleared ones, oldest first
 */
record ChannelRow(
    Scope scope,
    String id,
    Instant createdAt,
    Channel resource,
    @Nullable String requestId,
    String fingerprint,
    @Nullable Pending pending,
    List<ChannelAlert> alerts)
    implements Row {

  ChannelRow {
    alerts = List.copyOf(alerts);
  }

  ChannelState state() {
    return resource.state();
  }

  /** STANDARD channels have two pipelines, SINGLE_PIPELINE channels one. */
  static int pipelines(@Nullable ChannelClass channelClass) {
    return channelClass == ChannelClass.SINGLE_PIPELINE ? 1 : 2;
  }

  /** Ids of inputs; they stay attached for a while after the channel is deleted. */
  Set<String> attached() {
    boolean released = isDeleted() && (pending == null || pending.step() != Step.RELEASE);
    return released
        ? Set.of()
        : resource.inputAttachments().stream()
            .map(InputAttachment::inputId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** In another state; only in RUNNING and RECOVERING there are pipelines to tell about. */
  ChannelRow in(ChannelState state, @Nullable Pending next) {
    int pipelines = pipelines(resource.channelClass());
    int running =
        switch (state) {
          case RUNNING -> pipelines;
          case RECOVERING -> pipelines - 1; // one of them
          default -> 0;
        };
    boolean shown = state == ChannelState.RUNNING || state == ChannelState.RECOVERING;
    Channel changed =
        resource.toBuilder()
            .state(state)
            .pipelinesRunningCount(running)
            .pipelineDetails(shown ? details(pipelines) : List.of())
            .build();
    return with(changed, next, alerts);
  }

  /**
   * With another input in a pipeline.
   *
   * @param action that asked for it; null for none
   */
  ChannelRow withActiveInput(int pipeline, String attachment, @Nullable String action) {
    List<PipelineDetail> details =
        resource.pipelineDetails().stream()
            .map(
                detail ->
                    detail.pipelineId().equals(String.valueOf(pipeline))
                        ? detail.toBuilder()
                            .activeInputAttachmentName(attachment)
                            .activeInputSwitchActionName(action)
                            .build()
                        : detail)
            .toList();
    return withResource(resource.toBuilder().pipelineDetails(details).build());
  }

  ChannelRow withResource(Channel changed) {
    return with(changed, pending, alerts);
  }

  ChannelRow withAlerts(List<ChannelAlert> changed) {
    return with(resource, pending, changed);
  }

  @Override
  public boolean isDeleted() {
    return state() == ChannelState.DELETED;
  }

  @Override
  public Map<String, String> tags() {
    return resource.tags();
  }

  @Override
  public ChannelRow withTags(Map<String, String> tags) {
    return withResource(resource.toBuilder().tags(tags).build());
  }

  /** Those that are shown already stay as they are. */
  private List<PipelineDetail> details(int pipelines) {
    if (resource.pipelineDetails().size() == pipelines) {
      return resource.pipelineDetails();
    }
    List<InputAttachment> attachments = resource.inputAttachments();
    String active = attachments.isEmpty() ? "" : Attachments.name(attachments.getFirst());
    return IntStream.range(0, pipelines)
        .mapToObj(
            pipeline ->
                PipelineDetail.builder()
                    .pipelineId(String.valueOf(pipeline))
                    .activeInputAttachmentName(active)
                    .build())
        .toList();
  }

  private ChannelRow with(Channel changed, @Nullable Pending next, List<ChannelAlert> alerts) {
    return new ChannelRow(scope, id, createdAt, changed, requestId, fingerprint, next, alerts);
  }
}
