package onair.awslocal.medialive;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelEgressEndpoint;
import software.amazon.awssdk.services.medialive.model.ChannelPipelineIdToRestart;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.ListAlertsRequest;
import software.amazon.awssdk.services.medialive.model.LogLevel;
import software.amazon.awssdk.services.medialive.model.RestartChannelPipelinesRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelClassRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;

/** What can be asked of channels. Their way through the states is {@link ChannelRuns}. */
final class Channels {

  private final MediaLiveState state;
  private final Lifecycle life;
  private final Times times;
  private final Quotas quotas;
  private final ChannelRules rules;
  private final ChannelRuns runs;
  private final String host;

  /**
   * @param host address of this machine, told as where a channel's output comes from
   */
  Channels(
      MediaLiveState state,
      Lifecycle life,
      Times times,
      Quotas quotas,
      ChannelRuns runs,
      String host) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.quotas = quotas;
    this.rules = new ChannelRules(state);
    this.runs = runs;
    this.host = host;
  }

  /** A repeated request id gives the channel it made; with other members it is a conflict. */
  Channel create(CreateChannelRequest request) {
    var scope = Scope.current();
    String fingerprint = Fingerprint.of(request, "RequestId");
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          Optional<ChannelRow> earlier = createdBy(scope, request.requestId(), fingerprint);
          if (earlier.isPresent()) {
            return earlier.get().resource();
          }
          Channel wanted = wanted(request);
          rules.check(scope, "", wanted);
          quotas.oneMoreChannel(state.channels().count(scope));
          if (Boolean.TRUE.equals(request.dryRun())) {
            return wanted;
          }
          return insert(scope, wanted, request.requestId(), fingerprint).resource();
        });
  }

  Channel describe(@Nullable String id) {
    return state.channels().get(Scope.current(), id).resource();
  }

  Page<ChannelRow> list(@Nullable Integer maxResults, @Nullable String nextToken) {
    return state.channels().page(Scope.current(), maxResults, nextToken);
  }

  /** Members that are not given stay as they are. */
  Channel update(UpdateChannelRequest request) {
    return update(
        request.channelId(),
        Boolean.TRUE.equals(request.dryRun()),
        channel -> Shapes.fill(channel, request));
  }

  /** Destinations that are given replace the old ones. */
  Channel updateClass(UpdateChannelClassRequest request) {
    return update(
        request.channelId(),
        false,
        channel -> Shapes.fill(channel, request).egressEndpoints(egress(request.channelClass())));
  }

  private Channel update(
      @Nullable String id, boolean dryRun, UnaryOperator<Channel.Builder> change) {
    var scope = Scope.current();
    ChannelRow row = known(id);
    return state.exclusively(
        () -> {
          ChannelRow current = state.channels().get(scope, row.id());
          Pending pending = times.channel(Step.UPDATE, life.now());
          ChannelRow updating = ChannelStates.begin(Step.UPDATE, current, pending);
          Channel wanted = change.apply(updating.resource().toBuilder()).build();
          rules.check(scope, row.id(), wanted);
          return dryRun
              ? wanted
              : runs.change(row, now -> updating.withResource(wanted)).resource();
        });
  }

  Channel begin(Step step, @Nullable String id) {
    return runs.begin(step, known(id)).resource();
  }

  /** Those that are named, or all. */
  Channel restart(RestartChannelPipelinesRequest request) {
    ChannelRow row = known(request.channelId());
    int pipelines = ChannelRow.pipelines(row.resource().channelClass());
    Set<Integer> restarted = new TreeSet<>();
    for (ChannelPipelineIdToRestart named : request.pipelineIds()) {
      restarted.add(named == ChannelPipelineIdToRestart.PIPELINE_1 ? 1 : 0);
    }
    if (restarted.contains(1) && pipelines == 1) {
      throw Refusals.badRequest("Channel " + row.id() + " has no pipeline PIPELINE_1");
    }
    return runs.restart(row, restarted.isEmpty() ? Set.of(0, 1) : restarted).resource();
  }

  /** Set ones unless asked otherwise, newest first. */
  Page<ChannelAlert> alerts(ListAlertsRequest request) {
    ChannelRow row = known(request.channelId());
    String filter = request.stateFilter() == null ? "SET" : request.stateFilter();
    if (!List.of("SET", "CLEARED", "ALL").contains(filter)) {
      throw Refusals.badRequest("stateFilter must be SET, CLEARED or ALL");
    }
    List<ChannelAlert> alerts =
        row.alerts().stream()
            .filter(alert -> filter.equals("ALL") || filter.equals(alert.stateAsString()))
            .toList();
    return Pages.of(alerts, Channels::newestFirst, request.maxResults(), request.nextToken());
  }

  private static String newestFirst(ChannelAlert alert) {
    long age = Long.MAX_VALUE - alert.setTimestamp().toEpochMilli();
    return "%019d/%s".formatted(age, alert.id());
  }

  private ChannelRow known(@Nullable String id) {
    return state.channels().get(Scope.current(), id);
  }

  private Channel wanted(CreateChannelRequest request) {
    ChannelClass channelClass =
        request.channelClass() == null ? ChannelClass.STANDARD : request.channelClass();
    return Shapes.fill(Channel.builder(), request)
        .channelClass(channelClass)
        .logLevel(request.logLevel() == null ? LogLevel.DISABLED : request.logLevel())
        .egressEndpoints(egress(channelClass))
        .pipelineDetails(List.of())
        .pipelinesRunningCount(0)
        .state(ChannelState.CREATING)
        .build();
  }

  private List<ChannelEgressEndpoint> egress(@Nullable ChannelClass channelClass) {
    return Collections.nCopies(
        ChannelRow.pipelines(channelClass), ChannelEgressEndpoint.builder().sourceIp(host).build());
  }

  private ChannelRow insert(
      Scope scope, Channel wanted, @Nullable String requestId, String fingerprint) {
    String id = state.channels().freshId();
    Channel resource =
        wanted.toBuilder().id(id).arn(scope.arn("medialive", "channel:" + id)).build();
    Pending pending = times.channel(Step.CREATE, life.now());
    return runs.add(
        new ChannelRow(
            scope, id, life.now(), resource, requestId, fingerprint, pending, List.of()));
  }

  private Optional<ChannelRow> createdBy(
      Scope scope, @Nullable String requestId, String fingerprint) {
    Optional<ChannelRow> earlier = state.channels().createdBy(scope, requestId);
    earlier.ifPresent(
        row -> {
          if (!row.fingerprint().equals(fingerprint)) {
            throw Refusals.conflict(
                "RequestId " + requestId + " was used for another channel: " + row.id());
          }
        });
    return earlier;
  }
}
