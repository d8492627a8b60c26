package onair.awslocal.mediatailor.creative;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.CmafTrack;

/** Creatives that are nowhere on disk, with pictures as rendition 0 and sound as rendition 1. */
public final class CreativeSamples {

  private CreativeSamples() {}

  public static Creative lasting(Duration duration, Duration segment) {
    List<CmafTrack.Segment> pictures = new ArrayList<>();
    List<CmafTrack.Segment> sound = new ArrayList<>();
    for (Duration at = Duration.ZERO; at.compareTo(duration) < 0; at = at.plus(segment)) {
      Duration left = duration.minus(at);
      long millis = (left.compareTo(segment) < 0 ? left : segment).toMillis();
      pictures.add(new CmafTrack.Segment("v", at.toMillis() * 90, millis * 90, 1));
      sound.add(new CmafTrack.Segment("a", at.toMillis() * 48, millis * 48, 1));
    }
    CmafTrack video =
        new CmafTrack("r0", "", "", "avc1.42c01e", 320, 180, 15, 0, 0, 90_000, pictures);
    CmafTrack audio = new CmafTrack("r1", "", "", "mp4a.40.2", 0, 0, 0, 48_000, 2, 48_000, sound);
    AdLadder ladder =
        new AdLadder(
            List.of(
                new AdLadder.Rung.Video(320, 180, 15, 1, "BASELINE", 1),
                new AdLadder.Rung.Audio(48_000, 2, 1)),
            segment);
    return Creative.of(
        Path.of("nowhere"), new CmafSet(duration, List.of(video, audio), List.of()), ladder);
  }
}
