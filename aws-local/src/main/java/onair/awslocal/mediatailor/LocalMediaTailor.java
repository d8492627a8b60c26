package onair.awslocal.mediatailor;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.mediatailor.session.Sessions;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.resource.Tags;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.CreatePrefetchScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.CreatePrefetchScheduleResponse;
import software.amazon.awssdk.services.mediatailor.model.DeletePlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.DeletePlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.DeletePrefetchScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.DeletePrefetchScheduleResponse;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.GetPrefetchScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.GetPrefetchScheduleResponse;
import software.amazon.awssdk.services.mediatailor.model.ListPlaybackConfigurationsRequest;
import software.amazon.awssdk.services.mediatailor.model.ListPlaybackConfigurationsResponse;
import software.amazon.awssdk.services.mediatailor.model.ListPrefetchSchedulesRequest;
import software.amazon.awssdk.services.mediatailor.model.ListPrefetchSchedulesResponse;
import software.amazon.awssdk.services.mediatailor.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediatailor.model.PrefetchSchedule;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.TagResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.TagResourceResponse;
import software.amazon.awssdk.services.mediatailor.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.UntagResourceResponse;

/**
 * MediaTailor on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others with NotImplemented.
 *
 * <p>Ads are really put into HLS, live and finished, but not into DASH: a configuration tells no
 * address for it. Log settings are kept only; what would be logged is counted. Of channel assembly
 * and of prefetching there are the states, and nothing plays and nothing is fetched ahead.
 */
public final class LocalMediaTailor extends ChannelOperations {

  private static final String PREFETCH = "nothing is fetched ahead";

  private final AssemblyState state;
  private final Configurations configurations;
  private final Prefetches prefetches;
  private final Sessions sessions;
  private final OriginDirectory directory;
  private final Set<Scope> open = ConcurrentHashMap.newKeySet();

  /**
   * @param folder of its own, for transcoded ads
   * @param directory where the host of each account and region is registered
   */
  public LocalMediaTailor(
      StateStore store,
      Lifecycle lifecycle,
      Path folder,
      Transcoder transcoder,
      Metrics metrics,
      OriginDirectory directory) {
    this(new AssemblyState(store), store, lifecycle, folder, transcoder, metrics, directory);
  }

  private LocalMediaTailor(
      AssemblyState state,
      StateStore store,
      Lifecycle lifecycle,
      Path folder,
      Transcoder transcoder,
      Metrics metrics,
      OriginDirectory directory) {
    super(state, lifecycle::now);
    this.state = state;
    this.configurations = new Configurations(store, lifecycle::now);
    this.prefetches = new Prefetches(state, configurations, lifecycle::now);
    this.sessions = new Sessions(folder, transcoder, lifecycle, metrics);
    this.directory = directory;
  }

  /** Lets the ledger write down what happens to playback configurations and channels. */
  public void record(Ledger ledger) {
    configurations.record(ledger);
    state.record(ledger);
  }

  /** Opens the hosts of configurations that a former process kept. */
  public void resume() {
    configurations.all().forEach(row -> open(row.scope()));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /**
   * Ends all sessions and what is being transcoded; state store and directory stay the caller's.
   */
  @Override
  public void close() {
    sessions.close();
  }

  @Override
  public PutPlaybackConfigurationResponse putPlaybackConfiguration(
      PutPlaybackConfigurationRequest request) {
    ConfigurationRow row = configurations.put(request);
    open(row.scope());
    return Shapes.fill(PutPlaybackConfigurationResponse.builder(), row.resource()).build();
  }

  @Override
  public GetPlaybackConfigurationResponse getPlaybackConfiguration(
      GetPlaybackConfigurationRequest request) {
    return Shapes.fill(
            GetPlaybackConfigurationResponse.builder(),
            configurations.get(request.name()).resource())
        .build();
  }

  @Override
  public ListPlaybackConfigurationsResponse listPlaybackConfigurations(
      ListPlaybackConfigurationsRequest request) {
    Page<ConfigurationRow> page = configurations.page(request.maxResults(), request.nextToken());
    return ListPlaybackConfigurationsResponse.builder()
        .items(page.items().stream().map(ConfigurationRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeletePlaybackConfigurationResponse deletePlaybackConfiguration(
      DeletePlaybackConfigurationRequest request) {
    configurations.delete(request.name());
    prefetches.forget(request.name());
    return DeletePlaybackConfigurationResponse.builder().build();
  }

  @Override
  public ConfigureLogsForPlaybackConfigurationResponse configureLogsForPlaybackConfiguration(
      ConfigureLogsForPlaybackConfigurationRequest request) {
    configurations.logs(request);
    return Shapes.fill(ConfigureLogsForPlaybackConfigurationResponse.builder(), request).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    String arn = request.resourceArn();
    if (!state.retag(arn, old -> Configurations.merged(old, request.tags()))) {
      configurations.tag(arn, request.tags());
    }
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    String arn = request.resourceArn();
    if (!state.retag(arn, old -> Tags.without(old, request.tagKeys()))) {
      configurations.untag(arn, request.tagKeys());
    }
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    String arn = request.resourceArn();
    return ListTagsForResourceResponse.builder()
        .tags(state.tags(arn).orElseGet(() -> configurations.tags(arn)))
        .build();
  }

  @Override
  @StatesOnly(PREFETCH)
  public CreatePrefetchScheduleResponse createPrefetchSchedule(
      CreatePrefetchScheduleRequest request) {
    return Shapes.fill(CreatePrefetchScheduleResponse.builder(), prefetches.create(request))
        .build();
  }

  @Override
  @StatesOnly(PREFETCH)
  public GetPrefetchScheduleResponse getPrefetchSchedule(GetPrefetchScheduleRequest request) {
    PrefetchSchedule found = prefetches.get(request.playbackConfigurationName(), request.name());
    return Shapes.fill(GetPrefetchScheduleResponse.builder(), found).build();
  }

  @Override
  @StatesOnly(PREFETCH)
  public ListPrefetchSchedulesResponse listPrefetchSchedules(ListPrefetchSchedulesRequest request) {
    Page<PrefetchSchedule> page = prefetches.page(request);
    return ListPrefetchSchedulesResponse.builder()
        .items(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly(PREFETCH)
  public DeletePrefetchScheduleResponse deletePrefetchSchedule(
      DeletePrefetchScheduleRequest request) {
    prefetches.delete(request.playbackConfigurationName(), request.name());
    return DeletePrefetchScheduleResponse.builder().build();
  }

  private void open(Scope scope) {
    if (open.add(scope)) {
      directory.register(Addresses.host(scope), new Door(scope, configurations, sessions)::handle);
    }
  }
}
