package onair.awslocal.mediatailor;

import java.time.InstantSource;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.CreateLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateLiveSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.CreateSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateSourceLocationResponse;
import software.amazon.awssdk.services.mediatailor.model.CreateVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateVodSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteLiveSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteSourceLocationResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteVodSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.DescribeLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeLiveSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.DescribeSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeSourceLocationResponse;
import software.amazon.awssdk.services.mediatailor.model.DescribeVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeVodSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.ListLiveSourcesRequest;
import software.amazon.awssdk.services.mediatailor.model.ListLiveSourcesResponse;
import software.amazon.awssdk.services.mediatailor.model.ListSourceLocationsRequest;
import software.amazon.awssdk.services.mediatailor.model.ListSourceLocationsResponse;
import software.amazon.awssdk.services.mediatailor.model.ListVodSourcesRequest;
import software.amazon.awssdk.services.mediatailor.model.ListVodSourcesResponse;
import software.amazon.awssdk.services.mediatailor.model.LiveSource;
import software.amazon.awssdk.services.mediatailor.model.SourceLocation;
import software.amazon.awssdk.services.mediatailor.model.UpdateLiveSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateLiveSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.UpdateSourceLocationRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateSourceLocationResponse;
import software.amazon.awssdk.services.mediatailor.model.UpdateVodSourceRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateVodSourceResponse;
import software.amazon.awssdk.services.mediatailor.model.VodSource;

/** The operations on source locations and sources. States only: nothing is fetched from them. */
abstract class SourceOperations implements MediaTailorClient {

  private static final String WHY = "nothing is fetched from sources";

  private final AssemblyState state;
  private final Sources sources;

  SourceOperations(AssemblyState state, InstantSource clock) {
    this.state = state;
    this.sources = new Sources(state, clock);
  }

  @Override
  @StatesOnly(WHY)
  public CreateSourceLocationResponse createSourceLocation(CreateSourceLocationRequest request) {
    return Shapes.fill(CreateSourceLocationResponse.builder(), sources.create(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public UpdateSourceLocationResponse updateSourceLocation(UpdateSourceLocationRequest request) {
    return Shapes.fill(UpdateSourceLocationResponse.builder(), sources.update(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public DescribeSourceLocationResponse describeSourceLocation(
      DescribeSourceLocationRequest request) {
    SourceLocation found = state.locations().get(request.sourceLocationName());
    return Shapes.fill(DescribeSourceLocationResponse.builder(), found).build();
  }

  @Override
  @StatesOnly(WHY)
  public ListSourceLocationsResponse listSourceLocations(ListSourceLocationsRequest request) {
    Page<SourceLocation> page =
        state.locations().page(state.locations().in(), request.maxResults(), request.nextToken());
    return ListSourceLocationsResponse.builder()
        .items(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public DeleteSourceLocationResponse deleteSourceLocation(DeleteSourceLocationRequest request) {
    sources.deleteLocation(request.sourceLocationName());
    return DeleteSourceLocationResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public CreateVodSourceResponse createVodSource(CreateVodSourceRequest request) {
    return Shapes.fill(CreateVodSourceResponse.builder(), sources.create(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public UpdateVodSourceResponse updateVodSource(UpdateVodSourceRequest request) {
    return Shapes.fill(UpdateVodSourceResponse.builder(), sources.update(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public DescribeVodSourceResponse describeVodSource(DescribeVodSourceRequest request) {
    VodSource found = state.vodSources().get(request.sourceLocationName(), request.vodSourceName());
    return Shapes.fill(DescribeVodSourceResponse.builder(), found).build();
  }

  @Override
  @StatesOnly(WHY)
  public ListVodSourcesResponse listVodSources(ListVodSourcesRequest request) {
    Page<VodSource> page =
        state
            .vodSources()
            .page(
                state
                    .vodSources()
                    .in(state.locations().get(request.sourceLocationName()).sourceLocationName()),
                request.maxResults(),
                request.nextToken());
    return ListVodSourcesResponse.builder().items(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  @StatesOnly(WHY)
  public DeleteVodSourceResponse deleteVodSource(DeleteVodSourceRequest request) {
    sources.deleteVod(request.sourceLocationName(), request.vodSourceName());
    return DeleteVodSourceResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public CreateLiveSourceResponse createLiveSource(CreateLiveSourceRequest request) {
    return Shapes.fill(CreateLiveSourceResponse.builder(), sources.create(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public UpdateLiveSourceResponse updateLiveSource(UpdateLiveSourceRequest request) {
    return Shapes.fill(UpdateLiveSourceResponse.builder(), sources.update(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public DescribeLiveSourceResponse describeLiveSource(DescribeLiveSourceRequest request) {
    LiveSource found =
        state.liveSources().get(request.sourceLocationName(), request.liveSourceName());
    return Shapes.fill(DescribeLiveSourceResponse.builder(), found).build();
  }

  @Override
  @StatesOnly(WHY)
  public ListLiveSourcesResponse listLiveSources(ListLiveSourcesRequest request) {
    Page<LiveSource> page =
        state
            .liveSources()
            .page(
                state
                    .liveSources()
                    .in(state.locations().get(request.sourceLocationName()).sourceLocationName()),
                request.maxResults(),
                request.nextToken());
    return ListLiveSourcesResponse.builder()
        .items(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public DeleteLiveSourceResponse deleteLiveSource(DeleteLiveSourceRequest request) {
    sources.deleteLive(request.sourceLocationName(), request.liveSourceName());
    return DeleteLiveSourceResponse.builder().build();
  }
}
