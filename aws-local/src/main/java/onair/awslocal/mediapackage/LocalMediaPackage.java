package onair.awslocal.mediapackage;

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
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateChannelResponse;
import software.amazon.awssdk.services.mediapackage.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateHarvestJobResponse;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackage.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.DeleteChannelResponse;
import software.amazon.awssdk.services.mediapackage.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.DeleteOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackage.model.DescribeChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.DescribeChannelResponse;
import software.amazon.awssdk.services.mediapackage.model.DescribeHarvestJobRequest;
import software.amazon.awssdk.services.mediapackage.model.DescribeHarvestJobResponse;
import software.amazon.awssdk.services.mediapackage.model.DescribeOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.DescribeOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackage.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediapackage.model.ListChannelsResponse;
import software.amazon.awssdk.services.mediapackage.model.ListHarvestJobsRequest;
import software.amazon.awssdk.services.mediapackage.model.ListHarvestJobsResponse;
import software.amazon.awssdk.services.mediapackage.model.ListOriginEndpointsRequest;
import software.amazon.awssdk.services.mediapackage.model.ListOriginEndpointsResponse;
import software.amazon.awssdk.services.mediapackage.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediapackage.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediapackage.model.RotateIngestEndpointCredentialsRequest;
import software.amazon.awssdk.services.mediapackage.model.RotateIngestEndpointCredentialsResponse;
import software.amazon.awssdk.services.mediapackage.model.TagResourceRequest;
import software.amazon.awssdk.services.mediapackage.model.TagResourceResponse;
import software.amazon.awssdk.services.mediapackage.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediapackage.model.UntagResourceResponse;
import software.amazon.awssdk.services.mediapackage.model.UpdateChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.UpdateChannelResponse;
import software.amazon.awssdk.services.mediapackage.model.UpdateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.UpdateOriginEndpointResponse;

/**
 * MediaPackage, the first version, on this machine. Overridden methods are the operations that
 * work; the AWS protocol answers the others with NotImplemented, access logs among them.
 *
 * <p>HLS, DASH and CMAF packages are really packaged, encrypted ones by the keys of their key
 * server; HLS packages carry CMAF segments where AWS has transport streams, and sound is always a
 * rendition of its own. MSS, SAMPLE_AES and endpoints whose keys rotate are kept with their rules,
 * and reading them answers 501. Of a package's settings the media plane takes segment and window
 * length, ad markers and ad triggers; stream selection and what else shapes a manifest are kept
 * only.
 */
public final class LocalMediaPackage implements MediaPackageClient {

  private final PackageState state;
  private final Channels channels;
  private final OriginEndpoints endpoints;
  private final HarvestJobs harvests;
  private final Tagging tagging;
  private final Egress egress;

  /**
   * @param directory where the host of each account and region is registered
   * @param objects S3's buckets, which harvest jobs write to
   */
  public LocalMediaPackage(
      PackageSettings settings,
      StateStore store,
      Lifecycle life,
      LiveOrigin origin,
      OriginDirectory directory,
      EventPublisher events,
      ObjectStore objects) {
    var limits = new Quotas(settings.quotas());
    InstantSource clock = life::now;
    this.state = new PackageState(store);
    this.channels = new Channels(state, clock, limits, origin);
    this.egress = new Egress(state, origin, directory);
    this.endpoints = new OriginEndpoints(state, clock, limits, origin, egress);
    this.harvests =
        new HarvestJobs(state, life, settings, origin, objects, new HarvestEvents(events));
    this.tagging = new Tagging(state);
  }

  /** Lets the ledger write down what happens to channels, endpoints and harvest jobs. */
  public void record(Ledger ledger) {
    state.record(ledger);
  }

  /**
   * Opens again at the origin and in the directory what a former process kept. Call it once, when
   * the media plane is up.
   */
  public void resume() {
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
  public CreateChannelResponse createChannel(CreateChannelRequest request) {
    return Shapes.fill(CreateChannelResponse.builder(), channels.create(request).resource())
        .build();
  }

  @Override
  public DescribeChannelResponse describeChannel(DescribeChannelRequest request) {
    return Shapes.fill(
            DescribeChannelResponse.builder(),
            state.channels().get(Scope.current(), request.id()).resource())
        .build();
  }

  @Override
  public ListChannelsResponse listChannels(ListChannelsRequest request) {
    Page<ChannelRow> page =
        state
            .channels()
            .page(Scope.current(), row -> true, request.maxResults(), request.nextToken());
    return ListChannelsResponse.builder()
        .channels(page.items().stream().map(ChannelRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateChannelResponse updateChannel(UpdateChannelRequest request) {
    return Shapes.fill(UpdateChannelResponse.builder(), channels.update(request).resource())
        .build();
  }

  @Override
  @StatesOnly("encoders of this machine need no credentials")
  public RotateIngestEndpointCredentialsResponse rotateIngestEndpointCredentials(
      RotateIngestEndpointCredentialsRequest request) {
    return Shapes.fill(
            RotateIngestEndpointCredentialsResponse.builder(), channels.rotate(request).resource())
        .build();
  }

  @Override
  public DeleteChannelResponse deleteChannel(DeleteChannelRequest request) {
    channels.delete(request.id());
    return DeleteChannelResponse.builder().build();
  }

  @Override
  public CreateOriginEndpointResponse createOriginEndpoint(CreateOriginEndpointRequest request) {
    return Shapes.fill(CreateOriginEndpointResponse.builder(), endpoints.create(request).resource())
        .build();
  }

  @Override
  public DescribeOriginEndpointResponse describeOriginEndpoint(
      DescribeOriginEndpointRequest request) {
    return Shapes.fill(
            DescribeOriginEndpointResponse.builder(),
            state.endpoints().get(Scope.current(), request.id()).resource())
        .build();
  }

  @Override
  public ListOriginEndpointsResponse listOriginEndpoints(ListOriginEndpointsRequest request) {
    String channel = request.channelId();
    Page<EndpointRow> page =
        state
            .endpoints()
            .page(
                Scope.current(),
                row -> channel == null || channel.equals(row.resource().channelId()),
                request.maxResults(),
                request.nextToken());
    return ListOriginEndpointsResponse.builder()
        .originEndpoints(page.items().stream().map(EndpointRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateOriginEndpointResponse updateOriginEndpoint(UpdateOriginEndpointRequest request) {
    return Shapes.fill(UpdateOriginEndpointResponse.builder(), endpoints.update(request).resource())
        .build();
  }

  @Override
  public DeleteOriginEndpointResponse deleteOriginEndpoint(DeleteOriginEndpointRequest request) {
    endpoints.delete(request.id());
    return DeleteOriginEndpointResponse.builder().build();
  }

  @Override
  public CreateHarvestJobResponse createHarvestJob(CreateHarvestJobRequest request) {
    return Shapes.fill(CreateHarvestJobResponse.builder(), harvests.create(request).resource())
        .build();
  }

  @Override
  public DescribeHarvestJobResponse describeHarvestJob(DescribeHarvestJobRequest request) {
    return Shapes.fill(
            DescribeHarvestJobResponse.builder(),
            state.harvests().get(Scope.current(), request.id()).resource())
        .build();
  }

  @Override
  public ListHarvestJobsResponse listHarvestJobs(ListHarvestJobsRequest request) {
    Page<HarvestRow> page = harvests.list(request);
    return ListHarvestJobsResponse.builder()
        .harvestJobs(page.items().stream().map(HarvestRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
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
