package onair.awslocal.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What {@link Transcoder#probe} found in a file. */
public sealed interface MediaProbe {

  /**
   * Something that can be transcoded: at least one track, and at least one frame of it decodes.
   *
   * @param file that was looked at
   * @param container ffmpeg's name of the format, such as {@code mov,mp4,m4a,3gp,3g2,mj2} or {@code
   *     matroska,webm}
   * @param duration more than zero
   * @param video tracks with moving pictures, in the file's order; cover art is not among them
   * @param audio tracks in the file's order
   */
  record Media(
      Path file,
      String container,
      Duration duration,
      List<VideoTrack> video,
      List<AudioTrack> audio)
      implements MediaProbe {

    public Media {
      video = List.copyOf(video);
      audio = List.copyOf(audio);
    }
  }

  /**
   * Nothing that can be transcoded.
   *
   * @param reason one line for people, naming no path of this machine
   */
  record Unusable(String reason) implements MediaProbe {}
}
