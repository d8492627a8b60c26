package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Set;
import onair.awslocal.media.transcode.CmafSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a job's settings ask for, read and found good.
 *
 * @param input the one file
 * @param audioTrack which of its sounds, from 1; 0 for the first
 */
record JobPlan(S3Location input, int audioTrack, List<Group> groups) {

  JobPlan {
    groups = List.copyOf(groups);
  }

  /** One output group. */
  sealed interface Group {

    /** Where its files begin: the last part of the key begins their names. */
    S3Location destination();
  }

  /**
   * Fragmented MP4 with manifests.
   *
   * @param segmentSeconds shortest segment
   */
  record Cmaf(
      S3Location destination,
      List<VideoPlan> video,
      List<AudioPlan> audio,
      int segmentSeconds,
      Set<CmafSpec.Manifest> manifests)
      implements Group {

    Cmaf {
      video = List.copyOf(video);
      audio = List.copyOf(audio);
      manifests = Set.copyOf(manifests);
    }
  }

  /** Files that stand alone. */
  record Files(S3Location destination, List<File> files) implements Group {

    Files {
      files = List.copyOf(files);
    }
  }

  /** One file output. */
  sealed interface File {}

  /**
   * An MP4.
   *
   * @param suffix of its name, modifier and extension
   */
  record Mp4(String suffix, @Nullable VideoPlan video, @Nullable AudioPlan audio) implements File {}

  /** JPEG files, numbered. */
  record Frames(
      String modifier,
      FrameSize size,
      int rateNumerator,
      int rateDenominator,
      int most,
      int quality)
      implements File {}
}
