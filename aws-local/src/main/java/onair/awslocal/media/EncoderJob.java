package onair.awslocal.media;

import java.util.List;

/**
 * One channel to encode: a ladder of renditions made from one source.
 *
 * @param channelId identity of the job; at most one runs per id
 * @param source whose pictures and sound are encoded
 * @param video renditions with distinct names, all of the same {@code gop}; may be empty if there
 *     is audio
 * @param audio renditions with distinct names, distinct from the video ones; may be empty if there
 *     is video
 * @param ingestTarget the origin's channel that receives the tracks: {@code <group>/<channel>}
 */
public record EncoderJob(
    String channelId,
    LiveSource source,
    List<VideoRendition> video,
    List<AudioRendition> audio,
    String ingestTarget) {

  public EncoderJob {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
  }
}
