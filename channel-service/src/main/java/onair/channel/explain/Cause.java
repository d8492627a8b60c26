package onair.channel.explain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a channel is or is not live, and what a user can do about it. */
enum Cause {
  LIVE("Viewers can watch.", null),
  LIVE_WITH_WARNING(
      "Viewers can watch, and MediaLive warns of its encoder.",
      "Read what AWS says; viewers may see or hear less than they should."),
  LIVE_UNOBSERVED(
      "It was live when AWS last told us, and AWS does not do what we ask now.",
      "Nothing; viewers are served without us. It is looked at again until AWS answers."),

  NEVER_STARTED("It has not been started.", "Start it: POST /v1/channels/{id}/start."),
  STOPPED("It was stopped by somebody.", "Start it again when there is something to show."),
  STOPPED_BY_ITSELF(
      "It was taken off the air by itself.",
      "Start it again; the channel's timers say how long it may wait and last."),
  DISABLED(
      "It is disabled, and refuses to be started.",
      "Enable it: POST /v1/channels/{id}/enable, and start it."),
  START_WOULD_EXCEED_QUOTA(
      "It is not started, and a start would be refused: the AWS account has no room for it.",
      "Delete channels that are not needed, or have AWS raise the quota for the account."),

  PREPARING("AWS is still making what it needs.", null),
  ENCODER_STARTING("Its encoder is starting.", null),
  INPUT_NOT_JUDGED(
      "Its encoder runs, and MediaLive has not said yet whether a picture comes in.", null),
  ANSWER_LOST(
      "AWS did not answer a call, and what came of it is not known yet.",
      "Nothing; it is looked for until it is certain, so that nothing is made twice."),
  STEP_OVERDUE(
      "AWS takes longer than it should over a part of it.",
      "Nothing; work goes on. If it recurs, look at the AWS Health Dashboard of the Region."),

  AWS_QUOTA(
      "A quota of the AWS account is used up.",
      "Delete channels that are not needed, or have AWS raise the quota; it is tried again."),
  AWS_THROTTLED(
      "AWS asks us to call it less often.",
      "Nothing; calls are repeated more slowly. Starting fewer channels at once helps."),
  AWS_UNREACHABLE(
      "AWS does not answer.",
      "Nothing; it is asked again. If it lasts, look at the AWS Health Dashboard of the Region."),
  AWS_DENIED(
      "The AWS account does not allow what is asked of it.",
      "An administrator of the AWS account has to grant the right AWS names."),
  AWS_REFUSED(
      "AWS calls what was asked of it wrong.",
      "Change what AWS complains of in the channel, and start it again."),
  AWS_OUT_OF_STEP(
      "What there is in AWS is not as it was left.",
      "Nothing; it is looked at again and made good. Somebody may have changed it in the console."),
  ENCODER_NOT_MADE(
      "MediaLive gave up making its encoder.", "Nothing; it is removed and made again."),
  ENCODER_WARNS(
      "Its encoder runs, or tried to, and MediaLive warns of it.",
      "Do what the warning says; most are about what the broadcaster sends or where it goes."),

  NO_BROADCASTER(
      "Everything runs, and no picture comes in: no broadcaster has connected.",
      "Push to ingest.url with exactly the channel's key. With another key AWS refuses the"
          + " connection and tells nobody."),
  KEY_CHANGED(
      "Everything runs, and no picture comes in. The key was changed, and whoever pushes with an"
          + " earlier one is refused.",
      "Give the broadcaster's software the channel's present key."),
  NOBODY_ALLOWED_CONNECTED(
      "Everything runs, and no picture comes in. Only some addresses may push.",
      "Push from an address within ingest.allowed_cidrs, with the channel's key, or change them."),
  SOURCE_SILENT(
      "Everything runs, and the source it is read from delivers no picture.",
      "See that the source is up, can be reached from the internet and carries video."),
  BROADCASTER_GONE(
      "It was live, and no picture comes in any more: the broadcaster has disconnected or sends"
          + " no video.",
      "Let the broadcaster connect again with the same key; viewers then go on watching."),
  SOURCE_GONE(
      "It was live, and the source it is read from delivers no picture any more.",
      "See that the source is up; it is read again by itself."),
  ENCODER_GONE(
      "It was live, and its encoder does not run any more: AWS or somebody in the console stopped"
          + " it.",
      "Nothing; it is started or made again."),

  STOPPING("It is being stopped.", null),
  STOP_OVERDUE(
      "It is wanted stopped, and AWS has not stopped it in time.",
      "Nothing; work goes on. Until then it costs as if it ran."),
  START_TIMED_OUT(
      "Its last start took too long and was given up.", "See what AWS said, and start it again."),
  START_REFUSED(
      "Its last start was given up, because AWS refused it.",
      "Change what AWS complains of, and start it again."),
  BEING_DELETED("It is being deleted.", null),
  DELETE_OVERDUE(
      "It is being deleted, and AWS takes longer than it should.",
      "Nothing; work goes on until nothing of it is left in AWS.");

  private final String because;
  private final @Nullable String advice;

  Cause(String because, @Nullable String advice) {
    this.because = because;
    this.advice = advice;
  }

  /** Lower case, as in the API. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A sentence or two. */
  String because() {
    return because;
  }

  /** What to do about it; absent when there is nothing but to wait. */
  @Nullable String advice() {
    return advice;
  }
}
