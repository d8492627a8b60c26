package onair.awslocal.mediatailor;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.mediatailor.session.Sessions;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.DeletePlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.DeletePlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.ListPlaybackConfigurationsRequest;
import software.amazon.awssdk.services.mediatailor.model.ListPlaybackConfigurationsResponse;
import software.amazon.awssdk.services.mediatailor.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.TagResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.TagResourceResponse;
import software.amazon.awssdk.services.mediatailor.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediatailor.model.UntagResourceResponse;

/**
 * MediaTailor on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others, channel assembly and prefetch among them, with NotImplemented.
 *
 * <p>Ads are really put into HLS, live and finished, but not into DASH: a configuration tells no
 * address for it. Log settings are kept only; what would be logged is counted.
 */
public final class LocalMediaTailor implements MediaTailorClient {

  private final Configurations configurations;
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
    this.configurations = new Configurations(store, lifecycle::now);
    this.sessions = new Sessions(folder, transcoder, lifecycle, metrics);
    this.directory = directory;
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
    configurations.tag(request.resourceArn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    configurations.untag(request.resourceArn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .tags(configurations.tags(request.resourceArn()))
        .build();
  }

  private void open(Scope scope) {
    if (open.add(scope)) {
      directory.register(Addresses.host(scope), new Door(scope, configurations, sessions)::handle);
    }
  }
}
