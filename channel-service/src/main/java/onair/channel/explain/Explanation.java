package onair.channel.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import onair.channel.live.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Why a channel is or is not live, as the API shows it. Sentences are for people and may change.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ChannelExplanation")
record Explanation(
    @Schema(example = "channel_explanation") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "false") boolean live,
    @Schema(
            type = "string",
            example = "no_broadcaster",
            description = "The one reason that counts; more may be added.")
        Cause cause,
    @Schema(
            example =
                "The channel is not live. Everything runs, and no picture comes in: no broadcaster"
                    + " has connected.")
        String summary,
    @Schema(
            example = "Push to ingest.url with exactly the channel's key.",
            description = "What you can do about it; null when there is nothing but to wait.")
        @Nullable String advice,
    Wanted wanted,
    Actual actual,
    @Schema(description = "Null when it waits for nothing.") @Nullable Wait waitsFor,
    @Schema(description = "What AWS last complained of; null when it does not, or no more.")
        @Nullable AwsError awsError,
    @Schema(description = "What happens by itself, the next first.") List<Next> next) {

  /** What was last asked for. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ExplainedWish")
  record Wanted(
      @Schema(example = "running", description = "running, stopped or deleted.") String state,
      Instant since,
      @Schema(
              example = "Stopped after 60 minutes: nobody has connected.",
              description = "What asked for it when nobody did; null when somebody did.")
          @Nullable String cause) {}

  /** What there is, as of the last look at AWS. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ExplainedState")
  record Actual(
      @Schema(example = "waiting") String status,
      @Schema(example = "running") String provisioning,
      @Schema(
              example = "[\"the input\"]",
              description = "What is being made, changed or removed in AWS.")
          List<String> underWay) {}

  /** What it waits for. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ExplainedWait")
  record Wait(
      @Schema(example = "a broadcaster") String what,
      @Schema(description = "Null when it waits for ever.") @Nullable Instant until,
      @Schema(example = "The channel is stopped.", description = "What happens then.")
          @Nullable String then) {}

  /** What AWS complains of. */
  @Schema(name = "ExplainedAwsError")
  record AwsError(
      @Schema(type = "string", example = "quota") String kind,
      @Schema(
              example =
                  "A quota of the AWS account is used up: You have reached the limit of 5 channels.")
          String said,
      @Schema(example = "Have AWS raise the quota; it is tried again.") @Nullable String advice) {

    static AwsError of(Trouble trouble, @Nullable String advice) {
      return new AwsError(trouble.kind().name().toLowerCase(Locale.ROOT), trouble.said(), advice);
    }
  }

  /** Something that happens by itself. */
  @Schema(name = "ExplainedNext")
  record Next(
      @Schema(example = "AWS is asked again.") String what,
      @Schema(description = "Not before then.") Instant at) {}
}
