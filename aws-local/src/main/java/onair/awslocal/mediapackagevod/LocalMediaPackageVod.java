package onair.awslocal.mediapackagevod;

import java.util.Optional;
import java.util.function.BiFunction;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.services.mediapackagevod.MediaPackageVodClient;
import software.amazon.awssdk.services.mediapackagevod.model.ConfigureLogsRequest;
import software.amazon.awssdk.services.mediapackagevod.model.ConfigureLogsResponse;
import software.amazon.awssdk.services.mediapackagevod.model.CreateAssetRequest;
import software.amazon.awssdk.services.mediapackagevod.model.CreateAssetResponse;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingConfigurationRequest;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingConfigurationResponse;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingGroupRequest;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingGroupResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DeleteAssetRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DeleteAssetResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DeletePackagingConfigurationRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DeletePackagingConfigurationResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DeletePackagingGroupRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DeletePackagingGroupResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DescribeAssetRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DescribeAssetResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DescribePackagingConfigurationRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DescribePackagingConfigurationResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DescribePackagingGroupRequest;
import software.amazon.awssdk.services.mediapackagevod.model.DescribePackagingGroupResponse;
import software.amazon.awssdk.services.mediapackagevod.model.ListAssetsRequest;
import software.amazon.awssdk.services.mediapackagevod.model.ListAssetsResponse;
import software.amazon.awssdk.services.mediapackagevod.model.ListPackagingConfigurationsRequest;
import software.amazon.awssdk.services.mediapackagevod.model.ListPackagingConfigurationsResponse;
import software.amazon.awssdk.services.mediapackagevod.model.ListPackagingGroupsRequest;
import software.amazon.awssdk.services.mediapackagevod.model.ListPackagingGroupsResponse;
import software.amazon.awssdk.services.mediapackagevod.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediapackagevod.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediapackagevod.model.TagResourceRequest;
import software.amazon.awssdk.services.mediapackagevod.model.TagResourceResponse;
import software.amazon.awssdk.services.mediapackagevod.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediapackagevod.model.UntagResourceResponse;
import software.amazon.awssdk.services.mediapackagevod.model.UpdatePackagingGroupRequest;
import software.amazon.awssdk.services.mediapackagevod.model.UpdatePackagingGroupResponse;

/**
 * MediaPackage VOD on this machine; every operation works.
 *
 * <p>Sources are HLS playlists in fragmented MP4 without encryption, as MediaConvert and harvest
 * jobs write them into S3 here; SMIL sources fail. HLS and CMAF packages are played with the
 * source's own segments, whatever segment length a configuration asks for, and HLS packages carry
 * CMAF segments where AWS has transport streams. A DASH package is played when there is a DASH
 * manifest beside the playlist, as MediaConvert writes one. MSS and encrypted packages have their
 * states, and reading them answers 501. Of the manifests' settings, names and stream selection are
 * carried out; access logs are not written. AWS copies the content at the ingest; here it is read
 * from the bucket when it is played.
 */
public final class LocalMediaPackageVod implements MediaPackageVodClient {

  private final VodState state;
  private final Groups groups;
  private final Configurations configurations;
  private final Assets assets;
  private final Tagging tagging;
  private final Egress egress;

  /**
   * @param objects S3's, where sources are
   * @param directory where the host of each packaging group is registered
   * @param secrets the current text of a secret by its ARN, as the scope may read it
   */
  public LocalMediaPackageVod(
      Profile profile,
      AppliedQuotas quotas,
      StateStore store,
      Lifecycle life,
      EventPublisher events,
      ObjectStore objects,
      OriginDirectory directory,
      BiFunction<Scope, String, Optional<String>> secrets) {
    this.state = new VodState(store, quotas);
    this.egress = new Egress(state, objects, directory, secrets);
    this.groups = new Groups(state, life::now, egress);
    this.assets = new Assets(state, life, profile, new Ingest(objects), new VodEvents(events));
    this.configurations = new Configurations(state, life::now, assets);
    this.tagging = new Tagging(state);
  }

  /** Goes on where a former process ended: hosts answer again and ingests end. Call it once. */
  public void resume() {
    groups.resume();
    assets.resume();
  }

  /** Adds what viewers got since the call before. */
  public void measure(Metrics metrics) {
    egress.measure(metrics);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: state store, objects and timers belong to the caller. */
  @Override
  public void close() {}

  @Override
  public CreatePackagingGroupResponse createPackagingGroup(CreatePackagingGroupRequest request) {
    return Shapes.fill(CreatePackagingGroupResponse.builder(), groups.create(request)).build();
  }

  @Override
  public DescribePackagingGroupResponse describePackagingGroup(
      DescribePackagingGroupRequest request) {
    return Shapes.fill(DescribePackagingGroupResponse.builder(), groups.describe(request.id()))
        .build();
  }

  @Override
  public ListPackagingGroupsResponse listPackagingGroups(ListPackagingGroupsRequest request) {
    Page<GroupRow> page =
        state
            .groups()
            .page(Scope.current(), row -> true, request.maxResults(), request.nextToken());
    return ListPackagingGroupsResponse.builder()
        .packagingGroups(page.items().stream().map(groups::seen).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdatePackagingGroupResponse updatePackagingGroup(UpdatePackagingGroupRequest request) {
    return Shapes.fill(UpdatePackagingGroupResponse.builder(), groups.update(request)).build();
  }

  @Override
  @StatesOnly("no access logs are written")
  public ConfigureLogsResponse configureLogs(ConfigureLogsRequest request) {
    return Shapes.fill(ConfigureLogsResponse.builder(), groups.logs(request)).build();
  }

  @Override
  public DeletePackagingGroupResponse deletePackagingGroup(DeletePackagingGroupRequest request) {
    groups.delete(request.id());
    return DeletePackagingGroupResponse.builder().build();
  }

  @Override
  public CreatePackagingConfigurationResponse createPackagingConfiguration(
      CreatePackagingConfigurationRequest request) {
    return Shapes.fill(
            CreatePackagingConfigurationResponse.builder(), configurations.create(request))
        .build();
  }

  @Override
  public DescribePackagingConfigurationResponse describePackagingConfiguration(
      DescribePackagingConfigurationRequest request) {
    return Shapes.fill(
            DescribePackagingConfigurationResponse.builder(),
            state.configurations().get(Scope.current(), request.id()).resource())
        .build();
  }

  @Override
  public ListPackagingConfigurationsResponse listPackagingConfigurations(
      ListPackagingConfigurationsRequest request) {
    String group = request.packagingGroupId();
    Page<ConfigurationRow> page =
        state
            .configurations()
            .page(
                Scope.current(),
                row -> group == null || group.equals(row.group()),
                request.maxResults(),
                request.nextToken());
    return ListPackagingConfigurationsResponse.builder()
        .packagingConfigurations(page.items().stream().map(ConfigurationRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeletePackagingConfigurationResponse deletePackagingConfiguration(
      DeletePackagingConfigurationRequest request) {
    configurations.delete(request.id());
    return DeletePackagingConfigurationResponse.builder().build();
  }

  @Override
  public CreateAssetResponse createAsset(CreateAssetRequest request) {
    AssetRow row = assets.create(request);
    return Shapes.fill(CreateAssetResponse.builder(), row.resource())
        .egressEndpoints(assets.endpoints(row))
        .build();
  }

  @Override
  public DescribeAssetResponse describeAsset(DescribeAssetRequest request) {
    AssetRow row = state.assets().get(Scope.current(), request.id());
    return Shapes.fill(DescribeAssetResponse.builder(), row.resource())
        .egressEndpoints(assets.endpoints(row))
        .build();
  }

  @Override
  public ListAssetsResponse listAssets(ListAssetsRequest request) {
    String group = request.packagingGroupId();
    Page<AssetRow> page =
        state
            .assets()
            .page(
                Scope.current(),
                row -> group == null || group.equals(row.group()),
                request.maxResults(),
                request.nextToken());
    return ListAssetsResponse.builder()
        .assets(page.items().stream().map(AssetRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteAssetResponse deleteAsset(DeleteAssetRequest request) {
    assets.delete(request.id());
    return DeleteAssetResponse.builder().build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    tagging.add(request.resourceArn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    tagging.remove(request.resourceArn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(tagging.list(request.resourceArn())).build();
  }
}
