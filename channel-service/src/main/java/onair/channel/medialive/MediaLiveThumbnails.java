package onair.channel.medialive;

import java.util.Base64;
import java.util.Optional;
import onair.channel.parts.EncoderPictures;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.Thumbnail;
import software.amazon.awssdk.services.medialive.model.ThumbnailType;

/**
 * Thumbnails of running channels, which {@link EncoderShapes} switches on. Source: MediaLive API
 * reference, {@code DescribeThumbnails}; the first pipeline's are as good as the other's.
 */
final class MediaLiveThumbnails implements EncoderPictures {

  private static final String FIRST_PIPELINE = "0";

  private final MediaLiveClient client;

  MediaLiveThumbnails(MediaLiveClient client) {
    this.client = client;
  }

  @Override
  public Optional<Picture> newest(String physicalId) {
    try {
      return client
          .describeThumbnails(
              request ->
                  request
                      .channelId(physicalId)
                      .pipelineId(FIRST_PIPELINE)
                      .thumbnailType(ThumbnailType.CURRENT_ACTIVE.toString()))
          .thumbnailDetails()
          .stream()
          .flatMap(detail -> detail.thumbnails().stream())
          .map(MediaLiveThumbnails::picture)
          .findFirst();
    } catch (MediaLiveException failure) {
      AwsFailure meaning = AwsFailures.classify(failure);
      if (meaning == AwsFailure.CONFLICT || meaning == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static Picture picture(Thumbnail thumbnail) {
    return new Picture(Base64.getDecoder().decode(thumbnail.body()), thumbnail.timeStamp());
  }
}
