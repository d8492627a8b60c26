package onair.channel.thumbnail;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Encoding;
import onair.channel.parts.EncoderPictures;
import onair.channel.parts.EncoderPictures.Picture;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Thumbnails over HTTP. Another organization's channel is not found. However many look, AWS is
 * asked at most once in {@link #FRESH} for each channel.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}/thumbnail")
@Tag(name = "channels", description = "Live channels")
class ThumbnailController {

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int MOST = 500;

  private final ChannelDirectory channels;
  private final LoadingCache<String, Optional<Picture>> pictures;

  ThumbnailController(ChannelDirectory channels, EncoderPictures pictures) {
    this.channels = channels;
    this.pictures =
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build(pictures::newest);
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Unversioned("is another picture every few seconds")
  @Operation(
      operationId = "getChannelThumbnail",
      summary = "Get a picture of what a channel shows now",
      description = "A small JPEG by MediaLive, which takes one every few seconds.")
  @ApiResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = MediaType.IMAGE_JPEG_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "409",
      description =
          "`channel_not_running`: it does not run; `no_thumbnail_yet`: there is no picture yet, or"
              + " nothing comes in")
  ResponseEntity<byte[]> get(Caller caller, @PathVariable("channel_id") String channelId) {
    Encoding encoding =
        channels
            .encoding(caller.organizationId(), channelId)
            .orElseThrow(() -> Problems.notFound("channel", channelId));
    String encoderId = encoding.encoderId();
    if (encoderId == null || !encoding.runs()) {
      throw Problem.of(409, "channel_not_running", "The channel does not run")
          .detail("There is a picture only while the channel runs. Start it first.");
    }
    Picture picture =
        pictures
            .get(encoderId)
            .orElseThrow(
                () ->
                    Problem.of(409, "no_thumbnail_yet", "There is no picture yet")
                        .detail("MediaLive takes one once a broadcast comes in. Try again."));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .lastModified(picture.takenAt())
        .body(picture.jpeg());
  }
}
