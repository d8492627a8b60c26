package onair.channel.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import onair.channel.session.Session.Recording;
import org.jspecify.annotations.Nullable;

/** A session as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Session")
record SessionResponse(
    @Schema(example = "ses_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "session") String object,
    @Schema(
            example = "ended",
            allowableValues = {"live", "ended"})
        String status,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "Evening show") String name,
    @Schema(description = "When viewers could first watch.") Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(example = "3600.5", description = "Null while it is on air.")
        @Nullable Double durationSeconds,
    RecordingView recording) {

  /**
   * What became of the recording.
   *
   * @param reason in plain words, why there is none
   */
  @Schema(name = "SessionRecording")
  record RecordingView(
      @Schema(type = "string", example = "ready") Recording status,
      @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") @Nullable String assetId,
      @Nullable String reason) {}

  static SessionResponse of(Session session) {
    Instant ended = session.endedAt();
    return new SessionResponse(
        session.id(),
        "session",
        ended == null ? "live" : "ended",
        session.channelId(),
        session.name(),
        session.startedAt(),
        ended,
        ended == null ? null : Duration.between(session.startedAt(), ended).toMillis() / 1000.0,
        new RecordingView(session.recording(), session.assetId(), session.recordingReason()));
  }
}
