package onair.vod.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import onair.vod.storage.Keys;
import org.jspecify.annotations.Nullable;

/** An asset as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Asset")
record AssetResponse(
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "asset") String object,
    @Schema(example = "Opening night") String name,
    @Schema(type = "string", example = "processing") AssetStatus status,
    @Schema(description = "In plain words, what is wrong; null when nothing is.")
        @Nullable String statusReason,
    AssetProgress progress,
    @Schema(example = "pb_06d4x8k2m1v7r9t3w5y8z0a2bc") String playbackId,
    @Schema(description = "Null until the source was looked at.") @Nullable Double durationSeconds,
    @Schema(example = "1920") @Nullable Integer width,
    @Schema(example = "1080") @Nullable Integer height,
    @Schema(description = "Null until it plays.") @Nullable String hlsUrl,
    @Schema(description = "Null until it plays.") @Nullable String dashUrl,
    @Schema(description = "A picture of it; null when there is none.")
        @Nullable String thumbnailUrl,
    @Schema(description = "One file for download; null when none was asked for.")
        @Nullable String mp4Url,
    AssetSource source,
    @Schema(example = "false") boolean mp4Download,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  /** How far it is. */
  @Schema(name = "AssetProgress")
  record AssetProgress(
      @Schema(example = "transcoding") String phase, @Schema(example = "42") int percent) {}

  /** Where it comes from; what does not fit its kind is null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AssetSource")
  record AssetSource(
      @Schema(example = "upload") String kind,
      @Nullable String uploadId,
      @Nullable String channelId,
      @Nullable String sessionId,
      @Nullable String clipId) {}

  /**
   * @param baseUrl where viewers reach the bucket; null until they can
   */
  static AssetResponse of(Asset asset, @Nullable String baseUrl) {
    AssetState state = asset.state();
    Media media = state.media();
    Files files = state.status() == AssetStatus.READY ? state.files() : null;
    String address =
        files == null || baseUrl == null ? null : baseUrl + "/" + Keys.outputs(asset.id().value());
    return new AssetResponse(
        asset.id().value(),
        "asset",
        asset.name(),
        state.status(),
        state.reason(),
        new AssetProgress(state.progress().phase(), state.progress().percent()),
        asset.playbackId(),
        media == null ? null : media.durationSeconds(),
        media == null || media.width() == 0 ? null : media.width(),
        media == null || media.height() == 0 ? null : media.height(),
        url(address, files == null ? null : files.hls()),
        url(address, files == null ? null : files.dash()),
        url(address, files == null ? null : files.thumbnail()),
        url(address, files == null ? null : files.mp4()),
        source(asset.source()),
        asset.mp4Download(),
        asset.metadata(),
        asset.createdAt(),
        asset.updatedAt());
  }

  private static @Nullable String url(@Nullable String address, @Nullable String file) {
    return address == null || file == null ? null : address + file;
  }

  private static AssetSource source(Source source) {
    return switch (source) {
      case Source.Uploaded uploaded ->
          new AssetSource("upload", uploaded.uploadId(), null, null, null);
      case Source.Recorded recorded ->
          new AssetSource("recording", null, recorded.channelId(), recorded.sessionId(), null);
      case Source.Clipped clipped ->
          new AssetSource("clip", null, clipped.channelId(), clipped.sessionId(), clipped.clipId());
    };
  }
}
