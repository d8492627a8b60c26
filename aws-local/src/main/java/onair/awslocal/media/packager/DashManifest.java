package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.media.AdMarkers;
import org.jspecify.annotations.Nullable;

/**
 * Writes the DASH manifest (ISO/IEC 23009-1): one period per run, segments by number, their times
 * in a timeline. The zero of a live one is 1970 on the wall clock, so that it says the same after a
 * restart of the origin; a complete one begins at zero and has no pauses between its periods.
 */
final class DashManifest {

  private final Window window;
  private final AdMarkers markers;
  private final @Nullable Seal seal;
  private final Xml xml = new Xml();

  private DashManifest(Window window, AdMarkers markers, @Nullable Seal seal) {
    this.seal = seal;
    this.window = window;
    this.markers = markers;
  }

  /**
   * @param depth how far back the manifest reaches
   */
  static String write(Window window, AdMarkers markers, Duration depth, Instant now) {
    return write(window, markers, depth, now, null);
  }

  /** The same of encrypted segments. */
  static String write(
      Window window, AdMarkers markers, Duration depth, Instant now, @Nullable Seal seal) {
    return new DashManifest(window, markers, seal).live(depth, now);
  }

  /** Of a programme that has ended and stays as it is. */
  static String complete(Window window, AdMarkers markers) {
    return complete(window, markers, null);
  }

  /** The same of encrypted segments. */
  static String complete(Window window, AdMarkers markers, @Nullable Seal seal) {
    return new DashManifest(window, markers, seal).complete();
  }

  private String live(Duration depth, Instant now) {
    Duration target = window.target();
    xml.open("MPD")
        .with("xmlns", "urn:mpeg:dash:schema:mpd:2011")
        .with("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
        .with("type", "dynamic")
        .with("availabilityStartTime", Instant.EPOCH)
        .with("publishTime", now)
        .with("minimumUpdatePeriod", target)
        .with("timeShiftBufferDepth", depth)
        .with("suggestedPresentationDelay", target.multipliedBy(3))
        .with("maxSegmentDuration", target)
        .with("minBufferTime", target);
    for (List<Segment> segments : periods()) {
      Run run = segments.getFirst().run();
      period(segments, Duration.between(Instant.EPOCH, run.start()), run.zero());
    }
    xml.open("UTCTiming")
        .with("schemeIdUri", "urn:mpeg:dash:utc:direct:2014")
        .with("value", now)
        .close();
    xml.close();
    return xml.text();
  }

  private String complete() {
    Duration target = window.target();
    xml.open("MPD")
        .with("xmlns", "urn:mpeg:dash:schema:mpd:2011")
        .with("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
        .with("type", "static")
        .with("mediaPresentationDuration", Window.length(window.segments()))
        .with("maxSegmentDuration", target)
        .with("minBufferTime", target);
    Duration start = Duration.ZERO;
    for (List<Segment> segments : periods()) {
      period(segments, start, segments.getFirst().start(0));
      start = start.plus(Window.length(segments));
    }
    xml.close();
    return xml.text();
  }

  private List<List<Segment>> periods() {
    List<List<Segment>> periods = new ArrayList<>();
    for (Segment segment : window.segments()) {
      if (periods.isEmpty() || !periods.getLast().getFirst().run().is(segment.run())) {
        periods.add(new ArrayList<>());
      }
      periods.getLast().add(segment);
    }
    return periods;
  }

  /**
   * @param zero time of the leading rendition that is the period's start
   */
  private void period(List<Segment> segments, Duration start, long zero) {
    Run run = segments.getFirst().run();
    xml.open("Period").with("id", run.id()).with("start", start);
    EventStream.write(xml, segments, run.instantOf(0, zero), markers);
    adaptationSet(segments, zero, true);
    adaptationSet(segments, zero, false);
    xml.close();
  }

  private void adaptationSet(List<Segment> segments, long zero, boolean video) {
    List<Rendition> renditions = segments.getFirst().run().renditions();
    int[] members =
        IntStream.range(0, renditions.size())
            .filter(i -> renditions.get(i).isVideo() == video)
            .toArray();
    if (members.length == 0) {
      return;
    }
    String type = video ? "video" : "audio";
    xml.open("AdaptationSet")
        .with("id", video ? 0 : 1)
        .with("contentType", type)
        .with("mimeType", type + "/mp4")
        .with("segmentAlignment", true)
        .with("startWithSAP", 1);
    if (seal != null) {
      seal.adaptationSet(xml, video);
    }
    for (int member : members) {
      representation(segments, zero, member, renditions.get(member));
    }
    xml.close();
  }

  private void representation(List<Segment> segments, long zero, int index, Rendition rendition) {
    xml.open("Representation")
        .with("id", rendition.name())
        .with("bandwidth", rendition.bitsPerSecond())
        .with("codecs", rendition.track().codec());
    if (rendition.isVideo()) {
      xml.with("width", rendition.track().width())
          .with("height", rendition.track().height())
          .with("sar", "1:1");
    } else {
      xml.with("audioSamplingRate", rendition.track().sampleRate());
      xml.open("AudioChannelConfiguration")
          .with("schemeIdUri", "urn:mpeg:dash:23003:3:audio_channel_configuration:2011")
          .with("value", rendition.track().channels())
          .close();
    }
    segmentTemplate(segments, zero, index, rendition);
    xml.close();
  }

  private void segmentTemplate(List<Segment> segments, long zero, int index, Rendition rendition) {
    Run run = segments.getFirst().run();
    xml.open("SegmentTemplate")
        .with("timescale", rendition.timescale())
        .with("presentationTimeOffset", run.inTimeOf(index, zero))
        .with("startNumber", segments.getFirst().number())
        .with("initialization", FileNames.init(rendition.name(), run))
        .with("media", FileNames.segment(rendition.name(), "$Number$"));
    xml.open("SegmentTimeline");
    long expected = -1;
    int from = 0;
    while (from < segments.size()) {
      long start = segments.get(from).start(index);
      long duration = segments.get(from).duration(index);
      int to = from + 1;
      while (to < segments.size() && follows(segments.get(to), index, start, duration, to - from)) {
        to++;
      }
      timelineEntry(start, start == expected, duration, to - from - 1);
      expected = start + duration * (to - from);
      from = to;
    }
    xml.close();
    xml.close();
  }

  private static boolean follows(Segment next, int index, long start, long duration, int count) {
    return next.duration(index) == duration && next.start(index) == start + duration * count;
  }

  private void timelineEntry(long start, boolean isExpected, long duration, int repeats) {
    xml.open("S");
    if (!isExpected) {
      xml.with("t", start);
    }
    xml.with("d", duration);
    if (repeats > 0) {
      xml.with("r", repeats);
    }
    xml.close();
  }
}
