package onair.ads.decision;

import java.util.List;

/**
 * When ads are shown in a film, as a VMAP 1.0 document with one break before it begins.
 *
 * <p>Source: IAB, "Digital Video Multiple Ad Playlist (VMAP) 1.0". Left out: breaks inside the film
 * and after it, tracking of breaks.
 */
final class VmapDocument {

  static final String NAMESPACE = "http://www.iab.net/videosuite/vmap";

  private final VastDocument vast;

  VmapDocument(VastDocument vast) {
    this.vast = vast;
  }

  /** The document; without breaks when there is nothing to show. */
  String preRoll(List<Slot> pod) {
    var xml = new XmlTree();
    xml.element(
        "vmap:VMAP",
        () -> {
          if (!pod.isEmpty()) {
            adBreak(xml, pod);
          }
        },
        "xmlns:vmap",
        NAMESPACE,
        "version",
        "1.0");
    return xml.finish();
  }

  private void adBreak(XmlTree xml, List<Slot> pod) {
    xml.element(
        "vmap:AdBreak",
        () ->
            xml.element(
                "vmap:AdSource",
                () -> xml.element("vmap:VASTAdData", () -> vast.write(xml, pod)),
                "id",
                "1",
                "allowMultipleAds",
                "true",
                "followRedirects",
                "false"),
        "timeOffset",
        "start",
        "breakType",
        "linear",
        "breakId",
        "pre-roll");
  }
}
