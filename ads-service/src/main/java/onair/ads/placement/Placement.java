package onair.ads.placement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ads put into what plays under one playback id; the API calls it an ad configuration.
 *
 * @param version grows with each visible change, also over removal and return
 * @param wanted whether ads are to be put in
 * @param reason why it is not ready, for people
 * @param terms what was asked for
 * @param paths where it plays; null until MediaTailor has told
 */
record Placement(
    String id,
    String playbackId,
    String organizationId,
    Kind kind,
    long version,
    boolean wanted,
    Status status,
    @Nullable String reason,
    Terms terms,
    @Nullable Paths paths,
    Instant createdAt,
    Instant updatedAt) {

  /** What plays. */
  enum Kind {
    /** A live channel; its ads flag decides. */
    CHANNEL,
    /** A video on demand; asked for by itself. */
    ASSET;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  enum Status {
    /** Something is missing; the reason says what. */
    PENDING,
    /** Viewers get ads. */
    READY,
    /** Not used any more, and still there in AWS. */
    REMOVING,
    /** Gone; never shown. */
    DELETED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param preRollSeconds longest pre-roll of an asset, 1 to 600; null for a channel
   * @param slateAssetId shown where no ad fits; null for the content itself
   */
  record Terms(
      @Nullable Integer preRollSeconds,
      @Nullable String slateAssetId,
      Map<String, String> metadata) {}

  /**
   * Paths at the CDN.
   *
   * @param hls null when there is no HLS
   * @param dash null when there is no DASH
   */
  record Paths(@Nullable String hls, @Nullable String dash) {}

  /** Asked for, anew or again. */
  Placement wanted(Terms newTerms, Instant now) {
    return change(
        true,
        wanted ? status : Status.PENDING,
        wanted ? reason : null,
        newTerms,
        wanted ? paths : null,
        now);
  }

  /** Not asked for any more. */
  Placement unwanted(Instant now) {
    return change(false, Status.REMOVING, null, terms, paths, now);
  }

  /** It is as the status says. */
  Placement seen(
      Status newStatus, @Nullable String newReason, @Nullable Paths newPaths, Instant now) {
    return change(wanted, newStatus, newReason, terms, newPaths, now);
  }

  /** Whether a reader would see a difference. */
  boolean differsFrom(Placement other) {
    return status != other.status
        || wanted != other.wanted
        || !Objects.equals(reason, other.reason)
        || !terms.equals(other.terms)
        || !Objects.equals(paths, other.paths);
  }

  private Placement change(
      boolean newWanted,
      Status newStatus,
      @Nullable String newReason,
      Terms newTerms,
      @Nullable Paths newPaths,
      Instant now) {
    return new Placement(
        id,
        playbackId,
        organizationId,
        kind,
        version + 1,
        newWanted,
        newStatus,
        newReason,
        newTerms,
        newPaths,
        createdAt,
        now);
  }
}
