package onair.awslocal.mediapackagev2;

import java.time.InstantSource;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.CancelHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CancelHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ChannelGroupListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.ChannelListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJob;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListHarvestJobsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListHarvestJobsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediapackagev2.model.OriginEndpointListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.PutChannelPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutChannelPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ResetChannelStateRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ResetChannelStateResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ResetOriginEndpointStateRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ResetOriginEndpointStateResponse;
import software.amazon.awssdk.services.mediapackagev2.model.TagResourceRequest;
import software.amazon.awssdk.services.mediapackagev2.model.TagResourceResponse;
import software.amazon.awssdk.services.mediapackagev2.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UntagResourceResponse;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateOriginEndpointResponse;

/**
 * MediaPackage v2 on this machine. Overridden methods are the operations that work; the AWS
 * protocol answers the others with NotImplemented.
 *
 * <p>Endpoints of container type CMAF without encryption are really packaged; others are kept with
 * all their rules, and reading them answers 501. Of a manifest's settings the media plane takes the
 * name, the kind, the window and the ad markers; filters and time delays are kept only.
 */
public final class LocalMediaPackageV2 implements MediaPackageV2Client {

  private final PackageState state;
  private final ChannelGroups groups;
  private final Channels channels;
  private final OriginEndpoints endpoints;
  private final HarvestJobs harvests;
  private final Policies policies;
  private final Tagging tagging;
  private final Egress egress;

  /**
   * @param directory where the egress domain of each group is registered
   * @param objects S3's buckets, which harvest jobs write to
   */
  public LocalMediaPackageV2(
      MediaPackageSettings settings,
      StateStore store,
      Lifecycle life,
      LiveOrigin origin,
      OriginDirectory directory,
      EventPublisher events,
      ObjectStore objects) {
    var limits = new Quotas(settings.quotas());
    InstantSource clock = life::now;
    this.state = new PackageState(store);
    this.egress = new Egress(state, origin);
    this.groups = new ChannelGroups(state, clock, limits, egress, directory);
    this.endpoints = new OriginEndpoints(state, clock, limits, origin);
    this.channels = new Channels(state, clock, limits, origin, endpoints);
    this.harvests =
        new HarvestJobs(
            state,
            life,
            settings,
            objects,
            new HarvestEvents(events),
            new Harvest(state, origin, objects));
    this.policies = new Policies(state);
    this.tagging = new Tagging(state);
  }

  /** Lets the ledger write down what happens to groups, channels, endpoints and harvest jobs. */
  public void record(Ledger ledger) {
    state.record(ledger);
  }

  /**
   * Opens again at the origin and in the directory what a former process kept. Call it once, when
   * the media plane is up.
   */
  public void resume() {
    groups.resume();
    channels.resume();
    endpoints.resume();
    harvests.resume();
  }

  /** Adds what channels have received, and viewers got, since the call before. */
  public void measure(Metrics metrics) {
    egress.measure(metrics);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: state store and origin belong to the caller. */
  @Override
  public void close() {}

  @Override
  public CreateChannelGroupResponse createChannelGroup(CreateChannelGroupRequest request) {
    return Shapes.fill(CreateChannelGroupResponse.builder(), groups.create(request).resource())
        .build();
  }

  @Override
  public GetChannelGroupResponse getChannelGroup(GetChannelGroupRequest request) {
    return state.groups().get(Scope.current(), request.channelGroupName()).resource();
  }

  @Override
  public ListChannelGroupsResponse listChannelGroups(ListChannelGroupsRequest request) {
    Page<GroupRow> page =
        state.groups().page(Scope.current(), "", request.maxResults(), request.nextToken());
    return ListChannelGroupsResponse.builder()
        .items(
            page.items().stream()
                .map(
                    row ->
                        Shapes.fill(ChannelGroupListConfiguration.builder(), row.resource())
                            .build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateChannelGroupResponse updateChannelGroup(UpdateChannelGroupRequest request) {
    return Shapes.fill(UpdateChannelGroupResponse.builder(), groups.update(request).resource())
        .build();
  }

  @Override
  public DeleteChannelGroupResponse deleteChannelGroup(DeleteChannelGroupRequest request) {
    groups.delete(request.channelGroupName());
    return DeleteChannelGroupResponse.builder().build();
  }

  @Override
  public CreateChannelResponse createChannel(CreateChannelRequest request) {
    return Shapes.fill(CreateChannelResponse.builder(), channels.create(request).resource())
        .build();
  }

  @Override
  public GetChannelResponse getChannel(GetChannelRequest request) {
    return state
        .channels()
        .get(Scope.current(), path(request.channelGroupName(), request.channelName()))
        .resource();
  }

  @Override
  public ListChannelsResponse listChannels(ListChannelsRequest request) {
    state.groups().get(Scope.current(), request.channelGroupName());
    Page<ChannelRow> page =
        state
            .channels()
            .page(
                Scope.current(),
                request.channelGroupName(),
                request.maxResults(),
                request.nextToken());
    return ListChannelsResponse.builder()
        .items(
            page.items().stream()
                .map(row -> Shapes.fill(ChannelListConfiguration.builder(), row.resource()).build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateChannelResponse updateChannel(UpdateChannelRequest request) {
    return Shapes.fill(UpdateChannelResponse.builder(), channels.update(request).resource())
        .build();
  }

  @Override
  public ResetChannelStateResponse resetChannelState(ResetChannelStateRequest request) {
    return Shapes.fill(ResetChannelStateResponse.builder(), channels.reset(request).resource())
        .build();
  }

  @Override
  public DeleteChannelResponse deleteChannel(DeleteChannelRequest request) {
    channels.delete(request.channelGroupName(), request.channelName());
    return DeleteChannelResponse.builder().build();
  }

  @Override
  public CreateOriginEndpointResponse createOriginEndpoint(CreateOriginEndpointRequest request) {
    return Shapes.fill(CreateOriginEndpointResponse.builder(), endpoints.create(request).resource())
        .build();
  }

  @Override
  public GetOriginEndpointResponse getOriginEndpoint(GetOriginEndpointRequest request) {
    return state
        .endpoints()
        .get(
            Scope.current(),
            path(request.channelGroupName(), request.channelName(), request.originEndpointName()))
        .resource();
  }

  @Override
  public ListOriginEndpointsResponse listOriginEndpoints(ListOriginEndpointsRequest request) {
    state.channels().get(Scope.current(), path(request.channelGroupName(), request.channelName()));
    Page<EndpointRow> page =
        state
            .endpoints()
            .page(
                Scope.current(),
                path(request.channelGroupName(), request.channelName()),
                request.maxResults(),
                request.nextToken());
    return ListOriginEndpointsResponse.builder()
        .items(
            page.items().stream()
                .map(
                    row ->
                        Shapes.fill(OriginEndpointListConfiguration.builder(), row.resource())
                            .build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateOriginEndpointResponse updateOriginEndpoint(UpdateOriginEndpointRequest request) {
    return Shapes.fill(UpdateOriginEndpointResponse.builder(), endpoints.update(request).resource())
        .build();
  }

  @Override
  public ResetOriginEndpointStateResponse resetOriginEndpointState(
      ResetOriginEndpointStateRequest request) {
    return Shapes.fill(
            ResetOriginEndpointStateResponse.builder(), endpoints.reset(request).resource())
        .build();
  }

  @Override
  public DeleteOriginEndpointResponse deleteOriginEndpoint(DeleteOriginEndpointRequest request) {
    endpoints.delete(
        path(request.channelGroupName(), request.channelName(), request.originEndpointName()));
    return DeleteOriginEndpointResponse.builder().build();
  }

  @Override
  public CreateHarvestJobResponse createHarvestJob(CreateHarvestJobRequest request) {
    return Shapes.fill(CreateHarvestJobResponse.builder(), harvests.create(request).resource())
        .build();
  }

  @Override
  public GetHarvestJobResponse getHarvestJob(GetHarvestJobRequest request) {
    return state
        .harvests()
        .get(
            Scope.current(),
            path(
                request.channelGroupName(),
                request.channelName(),
                request.originEndpointName(),
                request.harvestJobName()))
        .resource();
  }

  @Override
  public ListHarvestJobsResponse listHarvestJobs(ListHarvestJobsRequest request) {
    Page<HarvestRow> page = harvests.list(request);
    return ListHarvestJobsResponse.builder()
        .items(
            page.items().stream()
                .map(row -> Shapes.fill(HarvestJob.builder(), row.resource()).build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public CancelHarvestJobResponse cancelHarvestJob(CancelHarvestJobRequest request) {
    harvests.cancel(request);
    return CancelHarvestJobResponse.builder().build();
  }

  @Override
  @StatesOnly("encoders of this machine need no permission")
  public PutChannelPolicyResponse putChannelPolicy(PutChannelPolicyRequest request) {
    policies.putChannel(path(request.channelGroupName(), request.channelName()), request.policy());
    return PutChannelPolicyResponse.builder().build();
  }

  @Override
  public GetChannelPolicyResponse getChannelPolicy(GetChannelPolicyRequest request) {
    return Shapes.fill(GetChannelPolicyResponse.builder(), request)
        .policy(policies.channel(path(request.channelGroupName(), request.channelName())))
        .build();
  }

  @Override
  public DeleteChannelPolicyResponse deleteChannelPolicy(DeleteChannelPolicyRequest request) {
    policies.deleteChannel(path(request.channelGroupName(), request.channelName()));
    return DeleteChannelPolicyResponse.builder().build();
  }

  @Override
  public PutOriginEndpointPolicyResponse putOriginEndpointPolicy(
      PutOriginEndpointPolicyRequest request) {
    policies.putEndpoint(
        path(request.channelGroupName(), request.channelName(), request.originEndpointName()),
        request);
    return PutOriginEndpointPolicyResponse.builder().build();
  }

  @Override
  public GetOriginEndpointPolicyResponse getOriginEndpointPolicy(
      GetOriginEndpointPolicyRequest request) {
    return Shapes.fill(GetOriginEndpointPolicyResponse.builder(), request)
        .policy(
            policies.endpoint(
                path(
                    request.channelGroupName(),
                    request.channelName(),
                    request.originEndpointName())))
        .build();
  }

  @Override
  public DeleteOriginEndpointPolicyResponse deleteOriginEndpointPolicy(
      DeleteOriginEndpointPolicyRequest request) {
    policies.deleteEndpoint(
        path(request.channelGroupName(), request.channelName(), request.originEndpointName()));
    return DeleteOriginEndpointPolicyResponse.builder().build();
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

  private static String path(String... names) {
    return String.join("/", names);
  }
}
