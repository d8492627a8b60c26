package onair.channel.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One time on air.
 *
 * @param id {@code ses_…}
 * @param name the channel's, when it went on air
 * @param version grows with each change
 * @param startedAt when viewers could first watch
 * @param endedAt when nothing ran any more; absent while it is on air
 * @param kept what to record: all of it was packaged after this moment; absent when nothing is
 *     recorded
 * @param packaging where it was packaged; absent when that could not be recorded from
 */
record Session(
    String id,
    String organizationId,
    String channelId,
    String playbackId,
    String name,
    long version,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant kept,
    @Nullable PackagedAt packaging,
    Recording recording,
    @Nullable String assetId,
    @Nullable String recordingReason) {

  /** What became of the recording. */
  enum Recording {
    /** Not asked for. */
    NONE,
    /** On air, or being made into an asset. */
    PENDING,
    READY,
    ERRORED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Recording of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  Session ended(Instant at) {
    return new Session(
        id,
        organizationId,
        channelId,
        playbackId,
        name,
        version + 1,
        startedAt,
        at,
        kept,
        packaging,
        recording,
        assetId,
        recordingReason);
  }

  /** The recording has become an asset, or will never be one. */
  Session recorded(Recording outcome, @Nullable String asset, @Nullable String reason) {
    return new Session(
        id,
        organizationId,
        channelId,
        playbackId,
        name,
        version + 1,
        startedAt,
        endedAt,
        kept,
        packaging,
        outcome,
        asset,
        reason);
  }
}
