package onair.awslocal.medialive;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.Thumbnail;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.DescribeThumbnailsRequest;
import software.amazon.awssdk.services.medialive.model.DescribeThumbnailsResponse;
import software.amazon.awssdk.services.medialive.model.ThumbnailDetail;
import software.amazon.awssdk.services.medialive.model.ThumbnailState;
import software.amazon.awssdk.services.medialive.model.ThumbnailType;

/**
 * Small pictures of what running channels make. In AWS they show the input, here they show the
 * output.
 */
final class Thumbnails {

  private static final String CURRENT = ThumbnailType.CURRENT_ACTIVE.toString();

  private final MediaLiveState state;
  private final LiveEncoders encoders;

  Thumbnails(MediaLiveState state, LiveEncoders encoders) {
    this.state = state;
    this.encoders = encoders;
  }

  /** 409 for a channel that does not run or makes none. */
  DescribeThumbnailsResponse describe(DescribeThumbnailsRequest request) {
    ChannelRow row = state.channels().existing(Scope.current(), request.channelId());
    int pipeline = pipeline(row, request.pipelineId());
    if (!CURRENT.equals(request.thumbnailType())
        && !ThumbnailType.UNSPECIFIED.toString().equals(request.thumbnailType())) {
      throw Refusals.badRequest("thumbnailType must be CURRENT_ACTIVE");
    }
    var configuration = row.resource().encoderSettings().thumbnailConfiguration();
    if (configuration == null || configuration.state() != ThumbnailState.AUTO) {
      throw Refusals.conflict("Thumbnails are disabled for channel " + row.id());
    }
    if (row.state() != ChannelState.RUNNING && row.state() != ChannelState.RECOVERING) {
      throw Refusals.conflict("Channel " + row.id() + " is not running");
    }
    Optional<Thumbnail> picture = encoders.thumbnail(row.id(), pipeline);
    return DescribeThumbnailsResponse.builder()
        .thumbnailDetails(
            ThumbnailDetail.builder()
                .pipelineId(String.valueOf(pipeline))
                .thumbnails(picture.map(Thumbnails::shape).map(List::of).orElse(List.of()))
                .build())
        .build();
  }

  private static int pipeline(ChannelRow row, String asked) {
    int pipelines = ChannelRow.pipelines(row.resource().channelClass());
    for (int i = 0; i < pipelines; i++) {
      if (String.valueOf(i).equals(asked)) {
        return i;
      }
    }
    throw Refusals.badRequest("Channel " + row.id() + " has no pipeline " + asked);
  }

  private static software.amazon.awssdk.services.medialive.model.Thumbnail shape(
      Thumbnail picture) {
    return software.amazon.awssdk.services.medialive.model.Thumbnail.builder()
        .body(Base64.getEncoder().encodeToString(picture.jpeg()))
        .contentType("image/jpeg")
        .thumbnailType(ThumbnailType.CURRENT_ACTIVE)
        .timeStamp(picture.at())
        .build();
  }
}
