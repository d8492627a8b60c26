package onair.channel.live;

import onair.channel.parts.Slate;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel goes together; pure. Each value alone was checked before.
 *
 * @param mediaStoreOffered whether MediaStore can be used here
 * @param defaultCidrs how many ranges the installation lets push
 */
record SpecRules(boolean mediaStoreOffered, int defaultCidrs) {

  /** How far back a playlist that the encoder writes can reach: it is sent whole each time. */
  static final int LONGEST_STORED_WINDOW_SECONDS = 600;

  /** With the longest delay and manifest it fits into the 14 days that AWS keeps. */
  static final int LONGEST_DELAYED_WINDOW_SECONDS = 1_036_800;

  static final String COMBINATION = "unsupported_combination";

  /**
   * @throws Problem 422, saying what to choose instead
   */
  void require(ChannelSpec spec) {
    if (spec.packaging().origin().equals(PackagingSpec.MEDIASTORE) && !mediaStoreOffered) {
      throw mediaStoreEnded();
    }
    Problem problem = Problems.validationFailed();
    boolean fine = packaging(spec, problem);
    fine &= ingest(spec, problem);
    fine &= redundancy(spec, problem);
    fine &= slate(spec.encoding().slate(), problem);
    if (!fine) {
      throw problem;
    }
  }

  private static boolean packaging(ChannelSpec spec, Problem problem) {
    boolean fine = true;
    if (spec.packaging().stored() && spec.packaging().packager() != null) {
      problem.violation(
          "packaging", COMBINATION, "goes with origin mediapackage only; leave it out");
      fine = false;
    }
    if (spec.packaging().stored()
        && spec.packaging().dvrWindowSeconds() > LONGEST_STORED_WINDOW_SECONDS) {
      problem.violation(
          "dvr_window_seconds",
          COMBINATION,
          "must be at most %d with origin %s; choose origin mediapackage to go back further"
              .formatted(LONGEST_STORED_WINDOW_SECONDS, spec.packaging().origin()));
      fine = false;
    }
    fine &= delay(spec, problem) & drm(spec, problem) & latency(spec, problem);
    if (spec.record() && !spec.packaging().byV2()) {
      problem.violation(
          "record",
          COMBINATION,
          "goes with origin mediapackage and packaging mediapackage_v2; choose those to record");
      fine = false;
    }
    if (spec.ads().enabled() && spec.packaging().stored()) {
      problem.violation(
          "ads.enabled",
          COMBINATION,
          "goes with origin mediapackage only, which passes ad breaks on; choose that for ads");
      fine = false;
    }
    return fine;
  }

  private static boolean delay(ChannelSpec spec, Problem problem) {
    PackagingSpec packaging = spec.packaging();
    Integer delay = packaging.delaySeconds();
    if (delay == null) {
      return true;
    }
    String fault = null;
    if (packaging.stored()) {
      fault = "goes with origin mediapackage only; leave it out";
    } else if (delay < PackagingSpec.LEAST_DELAY_SECONDS) {
      fault = "must be 0, or at least " + PackagingSpec.LEAST_DELAY_SECONDS;
    } else if (spec.record()) {
      fault = "does not go with record, which is made of what viewers see; leave one out";
    } else if (packaging.dvrWindowSeconds() > LONGEST_DELAYED_WINDOW_SECONDS) {
      fault =
          "goes with a dvr_window_seconds of at most %d; give one of those"
              .formatted(LONGEST_DELAYED_WINDOW_SECONDS);
    }
    if (fault != null) {
      problem.violation("delay_seconds", COMBINATION, fault);
    }
    return fault == null;
  }

  private static boolean latency(ChannelSpec spec, Problem problem) {
    PackagingSpec packaging = spec.packaging();
    if (!packaging.lowLatency()) {
      return true;
    }
    String fault = null;
    if (!packaging.byV2()) {
      fault = "goes with origin mediapackage and packaging mediapackage_v2; choose those for it";
    } else if (packaging.delaySeconds() != null) {
      fault = "does not go with delay_seconds; leave one out";
    } else if (packaging.drm() != null) {
      fault = "does not go with drm; choose reduced, or leave drm out";
    } else if (spec.ads().enabled()) {
      fault = "does not go with ads, which are put into whole segments; choose reduced";
    }
    if (fault != null) {
      problem.violation("latency", COMBINATION, "low " + fault);
    }
    return fault == null;
  }

  private static boolean drm(ChannelSpec spec, Problem problem) {
    DrmSpec drm = spec.packaging().drm();
    if (drm == null) {
      return true;
    }
    String field = "drm";
    String fault = null;
    if (!spec.packaging().byV2()) {
      fault = "goes with origin mediapackage and packaging mediapackage_v2; choose those for it";
    } else if (spec.record()) {
      fault = "does not go with record: AWS makes no recording of what is encrypted";
    } else {
      field = "drm.systems";
      boolean fairPlay = drm.systems().contains(DrmSpec.FAIRPLAY);
      if (drm.bySegment() != drm.systems().isEmpty()) {
        fault = "are needed with scheme cenc and cbcs, and do not go with aes_128";
      } else if (fairPlay && drm.scheme().equals(DrmSpec.CENC)) {
        fault = "has fairplay, which goes with scheme cbcs only";
      }
    }
    if (fault != null) {
      problem.violation(field, COMBINATION, fault);
    }
    return fault == null;
  }

  private boolean ingest(ChannelSpec spec, Problem problem) {
    boolean fine = SourceRules.fits(spec.ingest(), problem);
    int cidrs =
        spec.ingest().allowedCidrs().isEmpty() ? defaultCidrs : spec.ingest().allowedCidrs().size();
    if (spec.ingest().bySrt() && cidrs > 1) {
      problem.violation(
          "ingest.allowed_cidrs",
          COMBINATION,
          "must be one range with protocol srt; give one that covers your encoders");
      return false;
    }
    return fine;
  }

  /** Where a second way through would end nowhere, or begin nowhere. */
  private static boolean redundancy(ChannelSpec spec, Problem problem) {
    boolean fine = true;
    if (spec.ingest().backup() && !spec.ingest().byRtmp()) {
      problem.violation(
          "ingest.backup",
          COMBINATION,
          "goes with protocol rtmp only, of which a second one can be pushed; choose that for a"
              + " backup");
      fine = false;
    }
    if (spec.encoding().dual() && !spec.ingest().byRtmp()) {
      problem.violation(
          "pipelines",
          COMBINATION,
          "can be dual with protocol rtmp only, which is pushed to each pipeline; choose that, or"
              + " single");
      fine = false;
    }
    if (spec.encoding().dual() && spec.packaging().stored()) {
      problem.violation(
          "pipelines",
          COMBINATION,
          "can be dual with origin mediapackage only, which serves whatever pipeline is left; with"
              + " origin %s viewers would stay with the one that failed"
                  .formatted(spec.packaging().origin()));
      fine = false;
    }
    return fine;
  }

  private static boolean slate(@Nullable Slate slate, Problem problem) {
    boolean fine = slate == null || (slate.color() == null) != (slate.imageUrl() == null);
    if (!fine) {
      problem.violation("slate", COMBINATION, "needs either color or image_url");
    }
    return fine;
  }

  private static Problem mediaStoreEnded() {
    return Problem.of(422, "mediastore_ended", "MediaStore has ended")
        .detail(
            "AWS ended MediaStore on 2025-11-13. Choose origin s3, which serves the same HLS from a"
                + " bucket, or mediapackage, which adds DASH.");
  }
}
