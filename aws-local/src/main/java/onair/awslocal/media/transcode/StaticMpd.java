package onair.awslocal.media.transcode;

import java.time.Duration;
import java.util.List;
import onair.awslocal.media.packager.Xml;

/**
 * Writes the DASH manifest of finished media (ISO/IEC 23009-1): one period that begins with the
 * first frame of the leading track, segments by number, their times in a timeline.
 */
final class StaticMpd {

  private final CmafNames names;
  private final List<CmafTrack> tracks;
  private final Xml xml = new Xml();

  private StaticMpd(CmafNames names, List<CmafTrack> tracks) {
    this.names = names;
    this.tracks = tracks;
  }

  static String write(CmafNames names, CmafSet set) {
    return new StaticMpd(names, set.tracks()).write(set.duration());
  }

  private String write(Duration duration) {
    Duration longest = longestSegment();
    xml.open("MPD")
        .with("xmlns", "urn:mpeg:dash:schema:mpd:2011")
        .with("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
        .with("type", "static")
        .with("mediaPresentationDuration", duration)
        .with("maxSegmentDuration", longest)
        .with("minBufferTime", longest);
    xml.open("Period").with("id", 1).with("start", Duration.ZERO);
    adaptationSet(0, "video", tracks.stream().filter(CmafTrack::isVideo).toList());
    adaptationSet(1, "audio", tracks.stream().filter(track -> !track.isVideo()).toList());
    xml.close();
    xml.close();
    return xml.text();
  }

  private Duration longestSegment() {
    double seconds =
        tracks.stream()
            .flatMap(
                track ->
                    track.segments().stream()
                        .map(segment -> segment.duration() / (double) track.timescale()))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    return Duration.ofMillis((long) Math.ceil(seconds * 1000));
  }

  private void adaptationSet(int id, String type, List<CmafTrack> members) {
    if (members.isEmpty()) {
      return;
    }
    xml.open("AdaptationSet")
        .with("id", id)
        .with("contentType", type)
        .with("mimeType", type + "/mp4")
        .with("segmentAlignment", true)
        .with("startWithSAP", 1);
    members.forEach(this::representation);
    xml.close();
  }

  private void representation(CmafTrack track) {
    xml.open("Representation")
        .with("id", track.playlist().replaceFirst("\\.m3u8$", ""))
        .with("bandwidth", track.peakBitrate())
        .with("codecs", track.codec());
    if (track.isVideo()) {
      xml.with("width", track.width()).with("height", track.height()).with("sar", "1:1");
    } else {
      xml.with("audioSamplingRate", track.sampleRate());
      xml.open("AudioChannelConfiguration")
          .with("schemeIdUri", "urn:mpeg:dash:23003:3:audio_channel_configuration:2011")
          .with("value", track.channels())
          .close();
    }
    xml.open("SegmentTemplate")
        .with("timescale", track.timescale())
        .with("presentationTimeOffset", zeroOf(track))
        .with("startNumber", 1)
        .with("initialization", track.init())
        .with("media", names.segment(track.name(), track.isVideo(), "$Number%09d$"));
    timeline(track.segments());
    xml.close();
    xml.close();
  }

  private long zeroOf(CmafTrack track) {
    CmafTrack lead = tracks.getFirst();
    return lead.segments().getFirst().start() * track.timescale() / lead.timescale();
  }

  private void timeline(List<CmafTrack.Segment> segments) {
    xml.open("SegmentTimeline");
    long expected = -1;
    for (CmafTrack.Segment segment : segments) {
      xml.open("S");
      if (segment.start() != expected) {
        xml.with("t", segment.start());
      }
      xml.with("d", segment.duration()).close();
      expected = segment.start() + segment.duration();
    }
    xml.close();
  }
}
