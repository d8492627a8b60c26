package onair.channel.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An action as the API shows it; what belongs to other kinds is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ScheduleAction")
record ActionResponse(
    @Schema(example = "act_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "schedule_action") String object,
    @Schema(example = "overlay") String kind,
    @Schema(type = "string", example = "active") Action.Status status,
    @Schema(description = "In plain words, why it failed or ended before its time.")
        @Nullable String statusReason,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(description = "As asked for; null for at once.") @Nullable Instant startAt,
    @Schema(
            example = "30",
            description = "Null for until it is cancelled, and for what is over at once.")
        @Nullable Long durationSeconds,
    @Schema(description = "When it is in the broadcast; null until the encoder was told.")
        @Nullable Instant effectiveAt,
    @Nullable Id3 id3,
    @Nullable Overlay overlay,
    @Nullable InputSwitch inputSwitch,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  /** The tag that is sent. */
  @Schema(name = "ScheduleActionId3Sent")
  record Id3(@Schema(example = "SUQzBAAAAAAADVRYWFgAAAADAAADAEhp") String base64) {}

  /** A picture and where it is put. */
  @Schema(name = "ScheduleActionOverlayShown")
  record Overlay(
      @Schema(example = "https://example.com/logo.png") String imageUrl,
      @Schema(example = "1") int layer,
      @Schema(example = "20") int x,
      @Schema(example = "20") int y,
      @Schema(example = "160") @Nullable Integer width,
      @Schema(example = "90") @Nullable Integer height,
      @Schema(example = "80") int opacity,
      @Schema(example = "500") int fadeInMilliseconds,
      @Schema(example = "500") int fadeOutMilliseconds) {}

  /** What is shown instead. */
  @Schema(name = "ScheduleActionInputShown")
  record InputSwitch(@Schema(example = "backup") String input) {}

  static ActionResponse of(Action action) {
    Duration duration = action.duration();
    Deed deed = action.deed();
    return new ActionResponse(
        action.id(),
        "schedule_action",
        deed.kind(),
        action.status(),
        action.reason(),
        action.channelId(),
        action.startAt(),
        duration == null ? null : duration.toSeconds(),
        action.effectiveAt(),
        deed instanceof Deed.Id3 id3 ? new Id3(id3.base64()) : null,
        deed instanceof Deed.Overlay overlay ? overlay(overlay) : null,
        deed instanceof Deed.SwitchInput(var input) ? new InputSwitch(input) : null,
        action.metadata(),
        action.createdAt(),
        action.updatedAt());
  }

  private static Overlay overlay(Deed.Overlay overlay) {
    return new Overlay(
        overlay.imageUrl(),
        overlay.layer(),
        overlay.x(),
        overlay.y(),
        overlay.width(),
        overlay.height(),
        overlay.opacity(),
        overlay.fadeInMilliseconds(),
        overlay.fadeOutMilliseconds());
  }
}
