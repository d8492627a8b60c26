package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.Splice;

/** The breaks of one DASH period. Sources: ISO/IEC 23009-1 section 5.10, SCTE 214-1 section 6.7. */
final class EventStream {

  private static final String SCTE35 = "http://www.scte.org/schemas/35/2016";

  private EventStream() {}

  /**
   * Nothing when no break touches these segments of a run, or the manifest has no markers.
   *
   * @param period when it begins
   */
  static void write(Xml xml, List<Segment> segments, Instant period, AdMarkers markers) {
    Set<Avail> avails = new LinkedHashSet<>();
    segments.stream()
        .map(Segment::avail)
        .filter(Objects::nonNull)
        .filter(avail -> markers.messages().contains(avail.message()))
        .forEach(avails::add);
    switch (markers.form()) {
      case EVENTS_BINARY ->
          stream(xml, "urn:scte:scte35:2014:xml+bin", avails, period, EventStream::binary);
      case EVENTS_XML ->
          stream(xml, "urn:scte:scte35:2013:xml", avails, period, EventStream::spelt);
      case NONE, DATERANGE, CUE -> {}
    }
  }

  private static void stream(
      Xml xml, String scheme, Set<Avail> avails, Instant period, BiConsumer<Xml, Avail> content) {
    if (avails.isEmpty()) {
      return;
    }
    xml.open("EventStream")
        .with("schemeIdUri", scheme)
        .with("timescale", SpliceInfo.ticks(Duration.ofSeconds(1)));
    for (Avail avail : avails) {
      event(xml, avail, period);
      content.accept(xml, avail);
      xml.close();
    }
    xml.close();
  }

  /** One that began in an earlier period begins with this one, as much shorter. */
  private static void event(Xml xml, Avail avail, Instant period) {
    Duration after = Duration.between(period, avail.begins());
    Duration before = after.isNegative() ? after : Duration.ZERO;
    xml.open("Event").with("presentationTime", SpliceInfo.ticks(after.minus(before)));
    Duration planned = avail.planned();
    if (planned != null) {
      xml.with("duration", SpliceInfo.ticks(planned.plus(before)));
    }
    xml.with("id", avail.eventId());
  }

  private static void binary(Xml xml, Avail avail) {
    xml.open("Signal").with("xmlns", SCTE35);
    xml.open("Binary").closeWith(SpliceInfo.base64(new Cue.Out(avail)));
    xml.close();
  }

  private static void spelt(Xml xml, Avail avail) {
    xml.open("SpliceInfoSection").with("xmlns", SCTE35);
    if (avail.message() == Splice.Message.SPLICE_INSERT) {
      spliceInsert(xml, avail);
    } else {
      timeSignal(xml, avail);
    }
    xml.close();
  }

  private static void spliceInsert(Xml xml, Avail avail) {
    xml.open("SpliceInsert")
        .with("spliceEventId", avail.eventId())
        .with("outOfNetworkIndicator", true)
        .with("spliceImmediateFlag", false)
        .with("uniqueProgramId", 1)
        .with("availNum", 0)
        .with("availsExpected", 0);
    xml.open("Program");
    xml.open("SpliceTime").with("ptsTime", avail.pts()).close();
    xml.close();
    Duration planned = avail.planned();
    if (planned != null) {
      xml.open("BreakDuration")
          .with("autoReturn", true)
          .with("duration", SpliceInfo.ticks(planned))
          .close();
    }
    xml.close();
  }

  private static void timeSignal(Xml xml, Avail avail) {
    xml.open("TimeSignal");
    xml.open("SpliceTime").with("ptsTime", avail.pts()).close();
    xml.close();
    xml.open("SegmentationDescriptor").with("segmentationEventId", avail.eventId());
    Duration planned = avail.planned();
    if (planned != null) {
      xml.with("segmentationDuration", SpliceInfo.ticks(planned));
    }
    xml.with("segmentationTypeId", avail.message().startType())
        .with("segmentNum", 1)
        .with("segmentsExpected", 1)
        .close();
  }
}
