package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.Slate;
import onair.channel.secret.StreamKey;
import onair.common.security.Caller;
import org.jspecify.annotations.Nullable;

/** A channel as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Channel")
record ChannelResponse(
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "channel") String object,
    @Schema(example = "Evening show") String name,
    @Schema(type = "string", example = "waiting") Word status,
    @Schema(description = "In plain words, what is wrong; null when nothing is.")
        @Nullable String statusReason,
    @Schema(type = "string", example = "running") Provisioning provisioning,
    @Schema(type = "string", example = "unknown") Health health,
    Ingest ingest,
    @Schema(example = "pb_06d4x8k2m1v7r9t3w5y8z0a2bc") String playbackId,
    @Schema(example = "720p") String ladder,
    @Schema(example = "standard") String latency,
    @Schema(example = "mediapackage") String origin,
    @Schema(example = "mediapackage_v2", description = "Null with origins other than mediapackage.")
        @Nullable String packaging,
    @Schema(example = "single") String pipelines,
    @Schema(description = "What viewers see while nothing comes in; null for what AWS shows.")
        @Nullable SlateShown slate,
    @Schema(example = "3600") int dvrWindowSeconds,
    @Schema(example = "0", description = "How much later than it happens viewers see it.")
        long delaySeconds,
    @Schema(description = "Null when it is not encrypted.") @Nullable Drm drm,
    @Schema(example = "false") boolean record,
    Ads ads,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    @Schema(
            example = "op_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "What was last asked for: /v1/operations/{id}.")
        String operationId,
    @Schema(description = "When the present broadcast was first live.") @Nullable Instant liveAt,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param secondUrl where to push to besides, for the second pipeline; null without one, and until
   *     AWS has given an address
   * @param backup the second way in; null without one
   * @param url where to push to; null until AWS has given an address; or where it is read, without
   *     its path for callers that may only read
   * @param streamKey of RTMP, else null; masked for callers that may only read
   * @param passphrase of SRT, else null; masked for callers that may only read
   * @param streamId what an SRT listener is asked for
   * @param allowedCidrs who may push; empty for whom the installation lets
   */
  @Schema(name = "ChannelIngest")
  record Ingest(
      @Schema(example = "rtmp") String protocol,
      @Schema(example = "rtmp://ingest.example.com:1935/live") @Nullable String url,
      @Schema(description = "With dual pipelines, where the same is pushed to a second time.")
          @Nullable String secondUrl,
      @Schema(
              example = "9f3k2m1v7r9t3w5y8z0a2bc4d6e8g0h2",
              description = "For rtmp; masked for callers that may only read.")
          @Nullable String streamKey,
      @Schema(
              example = "9f3k2m1v7r9t3w5y8z0a2bc4d6e8g0h2",
              description = "For srt; masked for callers that may only read.")
          @Nullable String passphrase,
      @Schema(description = "What an SRT listener is asked for.") @Nullable String streamId,
      @Schema(example = "[\"203.0.113.0/24\"]") List<String> allowedCidrs,
      @Schema(description = "The second way in; null without one.") @Nullable Backup backup) {

    static Ingest of(Channel channel, ChannelProperties.Ingest told, boolean keyShown) {
      IngestSpec spec = channel.spec().ingest();
      String key = shown(channel.streamKey(), keyShown);
      SourceSpec source = spec.source();
      PushUrls urls = PushUrls.of(channel, told);
      return new Ingest(
          spec.protocol(),
          source == null ? urls.url() : keyShown ? source.url() : place(source),
          urls.secondUrl(),
          spec.byRtmp() ? key : null,
          spec.hasPassphrase() ? key : null,
          source == null ? null : source.streamId(),
          spec.allowedCidrs(),
          spec.backup()
              ? new Backup(
                  urls.backupUrl(),
                  urls.backupSecondUrl(),
                  shown(channel.streamKey().backup(), keyShown))
              : null);
    }

    private static String shown(StreamKey key, boolean shown) {
      return shown ? key.value() : key.masked();
    }

    /** What follows may be as good as a key. */
    private static String place(SourceSpec source) {
      URI url = URI.create(source.url());
      return url.getScheme() + "://" + url.getAuthority();
    }
  }

  /** A colour, or a picture. */
  @Schema(name = "ChannelSlate")
  record SlateShown(
      @Schema(example = "1A2B3C") @Nullable String color,
      @Nullable String imageUrl,
      @Schema(example = "1000") int repeatMilliseconds,
      @Schema(example = "0") int blackMilliseconds) {

    static @Nullable SlateShown of(@Nullable Slate slate) {
      return slate == null
          ? null
          : new SlateShown(
              slate.color(),
              slate.imageUrl(),
              slate.repeatMilliseconds(),
              slate.blackMilliseconds());
    }
  }

  /**
   * What is pushed by whoever is to take over.
   *
   * @param url where to push to; null until AWS has given an address
   * @param secondUrl where to push to besides, for the second pipeline; null without one
   * @param streamKey masked for callers that may only read
   */
  @Schema(name = "ChannelIngestBackup")
  record Backup(
      @Schema(example = "rtmp://ingest2.example.com:1935/live") @Nullable String url,
      @Schema(description = "With dual pipelines, where the same is pushed to a second time.")
          @Nullable String secondUrl,
      @Schema(
              example = "7r9t3w5y8z0a2bc4d6e8g0h29f3k2m1v",
              description = "Masked for callers that may only read.")
          String streamKey) {}

  /**
   * Whether ads are put in.
   *
   * @param slateAssetId shown where a break has no ad
   */
  @Schema(name = "ChannelAds")
  record Ads(
      @Schema(example = "false") boolean enabled,
      @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") @Nullable String slateAssetId) {}

  /** As that caller may see it. */
  static ChannelResponse shownTo(Caller caller, Channel channel, ChannelProperties.Ingest told) {
    return of(channel, told, caller.has("channels:write") || caller.has("channels:control"));
  }

  /**
   * How it is encrypted.
   *
   * @param keyProviderUrl without its path for callers that may only read
   * @param contentId what the key server is asked for
   */
  @Schema(name = "ChannelDrm")
  record Drm(
      @Schema(example = "cbcs") String scheme,
      @Schema(example = "[\"fairplay\",\"widevine\"]") List<String> systems,
      @Schema(
              example = "https://keys.example.com",
              description = "Without its path for callers that may only read.")
          String keyProviderUrl,
      @Schema(
              example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc",
              description = "What the key server knows the channel by.")
          String contentId) {

    static @Nullable Drm of(Channel channel, boolean keyShown) {
      DrmSpec spec = channel.spec().packaging().drm();
      return spec == null
          ? null
          : new Drm(
              spec.scheme(),
              spec.systems(),
              keyShown ? spec.keyProviderUrl() : spec.keyProvider(),
              channel.id().value());
    }
  }

  /**
   * @param told what broadcasters are told instead of AWS's address, if anything
   * @param keyShown whether the caller may see the stream key or passphrase
   */
  static ChannelResponse of(Channel channel, ChannelProperties.Ingest told, boolean keyShown) {
    ChannelSpec spec = channel.spec();
    return new ChannelResponse(
        channel.id().value(),
        "channel",
        channel.name(),
        channel.status().word(),
        channel.status().reason(),
        channel.status().provisioning(),
        channel.status().health(),
        Ingest.of(channel, told, keyShown),
        channel.playbackId(),
        spec.encoding().ladder(),
        spec.packaging().latency(),
        spec.packaging().origin(),
        spec.packaging().packager(),
        spec.encoding().pipelines(),
        SlateShown.of(spec.encoding().slate()),
        spec.packaging().dvrWindowSeconds(),
        spec.packaging().delay().toSeconds(),
        Drm.of(channel, keyShown),
        spec.record(),
        new Ads(spec.ads().enabled(), spec.ads().slateAssetId()),
        channel.metadata(),
        channel.operationId(),
        channel.run().liveAt(),
        channel.createdAt(),
        channel.updatedAt());
  }
}
