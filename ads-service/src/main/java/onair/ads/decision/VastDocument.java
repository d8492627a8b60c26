package onair.ads.decision;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.ads.beacon.BeaconAddresses;
import onair.ads.beacon.BeaconEvent;
import onair.ads.content.Film;

/**
 * Ads as a VAST 4.2 document, elements in the order of its schema.
 *
 * <p>Source: IAB Tech Lab, "Digital Video Ad Serving Template (VAST) 4.2", vast_4.2.xsd. Left out:
 * wrappers, companions, verification, pricing.
 */
final class VastDocument {

  static final String NAMESPACE = "http://www.iab.com/VAST";
  private static final String VERSION = "4.2";

  private static final List<Map.Entry<String, BeaconEvent>> TRACKING =
      List.of(
          Map.entry("start", BeaconEvent.START),
          Map.entry("firstQuartile", BeaconEvent.FIRST_QUARTILE),
          Map.entry("midpoint", BeaconEvent.MIDPOINT),
          Map.entry("thirdQuartile", BeaconEvent.THIRD_QUARTILE),
          Map.entry("complete", BeaconEvent.COMPLETE));

  private final BeaconAddresses beacons;

  VastDocument(BeaconAddresses beacons) {
    this.beacons = beacons;
  }

  /** The document of a pod in its order; without ads when the pod is empty. */
  String of(List<Slot> pod) {
    var xml = new XmlTree();
    write(xml, pod);
    return xml.finish();
  }

  /** The root element, which VMAP holds inside. */
  void write(XmlTree xml, List<Slot> pod) {
    xml.element(
        "VAST",
        () -> {
          for (int i = 0; i < pod.size(); i++) {
            ad(xml, pod.get(i), i + 1);
          }
        },
        "xmlns",
        NAMESPACE,
        "version",
        VERSION);
  }

  private void ad(XmlTree xml, Slot slot, int sequence) {
    xml.element(
        "Ad",
        () -> xml.element("InLine", () -> inLine(xml, slot)),
        "id",
        slot.ad().campaignId(),
        "sequence",
        Integer.toString(sequence));
  }

  private void inLine(XmlTree xml, Slot slot) {
    Candidate ad = slot.ad();
    xml.element("AdSystem", "OnAir");
    xml.element("Error", url(BeaconEvent.ERROR, slot));
    xml.element("Impression", url(BeaconEvent.IMPRESSION, slot), "id", slot.impression().id());
    xml.element("AdServingId", slot.impression().id());
    xml.element("AdTitle", ad.title());
    xml.element(
        "Creatives",
        () ->
            xml.element(
                "Creative",
                () -> {
                  xml.element("Linear", () -> linear(xml, slot));
                  xml.element("UniversalAdId", ad.creativeId(), "idRegistry", "unknown");
                },
                "id",
                ad.creativeId(),
                "adId",
                ad.creativeId(),
                "sequence",
                "1"));
  }

  private void linear(XmlTree xml, Slot slot) {
    Film film = slot.ad().film();
    xml.element(
        "TrackingEvents",
        () ->
            TRACKING.forEach(
                event ->
                    xml.element("Tracking", url(event.getValue(), slot), "event", event.getKey())));
    xml.element("Duration", clock(film.duration()));
    xml.element("MediaFiles", () -> mediaFile(xml, slot, film));
    xml.element(
        "VideoClicks",
        () -> {
          xml.element("ClickTracking", url(BeaconEvent.CLICK, slot));
          URI click = slot.ad().clickThroughUrl();
          if (click != null) {
            xml.element("ClickThrough", click.toString());
          }
        });
  }

  private static void mediaFile(XmlTree xml, Slot slot, Film film) {
    xml.element(
        "MediaFile",
        slot.mediaUrl(),
        "delivery",
        "progressive",
        "type",
        "video/mp4",
        "width",
        Integer.toString(film.width()),
        "height",
        Integer.toString(film.height()));
  }

  private String url(BeaconEvent event, Slot slot) {
    return beacons.of(event, slot.impression());
  }

  /** {@code HH:MM:SS.mmm}. */
  static String clock(Duration duration) {
    return "%02d:%02d:%02d.%03d"
        .formatted(
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            duration.toMillisPart());
  }
}
