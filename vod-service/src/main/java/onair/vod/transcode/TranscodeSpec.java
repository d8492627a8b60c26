package onair.vod.transcode;

import java.util.List;

/**
 * A job as it is wanted. Equal sources give equal specs, so that a repeated create is the same
 * request.
 *
 * @param sourceKey object to read
 * @param outputPrefix where results go; ends with a slash
 * @param renditions largest first
 * @param audio whether the source has sound
 * @param mp4 whether one file for download is made too
 */
public record TranscodeSpec(
    String sourceKey, String outputPrefix, List<Rendition> renditions, boolean audio, boolean mp4) {

  public TranscodeSpec {
    renditions = List.copyOf(renditions);
  }
}
