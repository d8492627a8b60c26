package onair.awslocal.media.encoder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.packager.TrackSpec;

/** Names that serve in addresses, whatever the job calls its renditions. */
final class RenditionNames {

  private static final int LONGEST = 40;

  private RenditionNames() {}

  /** One per rendition, video first: the order of the encoder's tracks. */
  static List<TrackSpec> tracks(EncoderJob job) {
    Stream<TrackSpec> video =
        job.video().stream().map(r -> new TrackSpec(clean(r.name()), r.bitsPerSecond()));
    Stream<TrackSpec> audio =
        job.audio().stream().map(r -> new TrackSpec(clean(r.name()), r.bitsPerSecond()));
    return distinct(Stream.concat(video, audio).toList());
  }

  private static String clean(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9_-]", "-");
    return clean.isEmpty() ? "track" : clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  private static List<TrackSpec> distinct(List<TrackSpec> tracks) {
    Set<String> taken = new HashSet<>();
    List<TrackSpec> distinct = new ArrayList<>();
    for (TrackSpec track : tracks) {
      String name = track.name();
      for (int i = 2; !taken.add(name); i++) {
        name = track.name() + "-" + i;
      }
      distinct.add(new TrackSpec(name, track.bitsPerSecond()));
    }
    return distinct;
  }
}
