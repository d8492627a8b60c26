package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.channel.operation.Operation;
import onair.common.plan.Plan.QuotaUse;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of where a channel stands without asking AWS.
 *
 * @param wanted {@code running}, {@code stopped} or {@code deleted}
 * @param status as the API tells it
 * @param askedAt when the user last asked for something
 * @param startingSince since when the encoder is wanted running and is not
 * @param runningSince since when the encoder runs
 * @param liveAt when this run was first live
 * @param lostSince since when a run that was live gets nothing
 * @param failure why the last start was given up
 * @param trouble what is wrong at AWS as of the last look; of a start that was given up, then
 * @param encoderId AWS's id of the encoder
 * @param ingest how the broadcast comes in
 * @param operation the last thing that was asked for
 * @param parts what of it is under way in AWS
 * @param limits how long things may take
 * @param keptUntil until when a channel at rest keeps what it has in AWS; absent without that
 * @param exceeded quotas a start would exceed now; empty while it runs
 */
public record Whereabouts(
    String channelId,
    long version,
    String wanted,
    ChannelStatus status,
    Instant askedAt,
    @Nullable Instant startingSince,
    @Nullable Instant runningSince,
    @Nullable Instant liveAt,
    @Nullable Instant lostSince,
    @Nullable String failure,
    @Nullable Trouble trouble,
    @Nullable String encoderId,
    Entry ingest,
    @Nullable Operation operation,
    List<Part> parts,
    Limits limits,
    @Nullable Instant keptUntil,
    List<QuotaUse> exceeded) {

  public Whereabouts {
    parts = List.copyOf(parts);
    exceeded = List.copyOf(exceeded);
  }

  /**
   * How the broadcast comes in.
   *
   * @param pushed whether the broadcaster comes to us; else it is read elsewhere
   * @param keyChanged whether the first key is not the present one
   * @param allowedCidrs who may push; empty for whom the installation lets
   */
  public record Entry(
      String protocol, boolean pushed, boolean keyChanged, List<String> allowedCidrs) {
    public Entry {
      allowedCidrs = List.copyOf(allowedCidrs);
    }
  }

  /**
   * Something in AWS that is not as wanted yet.
   *
   * @param kind such as {@code medialive-input}
   * @param answerLost whether a call was not answered that may still take effect
   * @param deadline when it should have ended
   */
  public record Part(String kind, boolean answerLost, @Nullable Instant deadline) {}

  /** After which the user is told that something takes too long. */
  public record Limits(Duration start, Duration stop, Duration delete) {}
}
