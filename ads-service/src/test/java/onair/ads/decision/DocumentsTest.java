package onair.ads.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import onair.ads.beacon.BeaconAddresses;
import onair.ads.beacon.Impression;
import onair.ads.content.Film;
import onair.ads.signature.Signatures;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The documents as an XML parser reads them. */
class DocumentsTest {

  private final VastDocument vast =
      new VastDocument(
          new BeaconAddresses("https://onair.example.com", new Signatures(new byte[32])));

  private static Slot slot(String title, String click) {
    var film = new Film("/vod/as_1/film.mp4", Duration.ofMillis(15_040), 1280, 720);
    var ad =
        new Candidate(
            "cmp_1", "crv_1", title, film, click == null ? null : URI.create(click), 1, null, null);
    var impression =
        new Impression(
            "imp-1", "org_1", "cmp_1", "crv_1", "pb_1", 7L, Instant.parse("2026-12-01T00:00:00Z"));
    return new Slot(ad, "https://cdn.example.com/vod/as_1/film.mp4?a=1&b=2", impression);
  }

  static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Node within, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagNameNS(VastDocument.NAMESPACE, name)
            : ((Element) within).getElementsByTagNameNS(VastDocument.NAMESPACE, name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Element one(Node within, String name) {
    List<Element> found = all(within, name);
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }

  private static List<String> children(Element element) {
    var names = new ArrayList<String>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      names.add(child.getLocalName());
    }
    return names;
  }

  @Test
  void anAdHasEverythingVastAsksForInTheOrderOfItsSchema() throws Exception {
    Document document = parse(vast.of(List.of(slot("Sale", "https://shop.example.com/?a=1&b=2"))));

    Element root = document.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.iab.com/VAST");
    assertThat(root.getLocalName()).isEqualTo("VAST");
    assertThat(root.getAttribute("version")).isEqualTo("4.2");
    assertThat(one(document, "Ad").getAttribute("sequence")).isEqualTo("1");
    assertThat(children(one(document, "InLine")))
        .containsExactly("AdSystem", "Error", "Impression", "AdServingId", "AdTitle", "Creatives");
    assertThat(one(document, "Creative").getAttribute("id")).isEqualTo("crv_1");
    assertThat(children(one(document, "Creative"))).containsExactly("Linear", "UniversalAdId");
    assertThat(children(one(document, "Linear")))
        .containsExactly("TrackingEvents", "Duration", "MediaFiles", "VideoClicks");
    assertThat(one(document, "Duration").getTextContent()).isEqualTo("00:00:15.040");
    assertThat(all(document, "Tracking"))
        .extracting(event -> event.getAttribute("event"))
        .containsExactly("start", "firstQuartile", "midpoint", "thirdQuartile", "complete");
    assertThat(all(document, "Tracking"))
        .allMatch(
            event -> event.getTextContent().startsWith("https://onair.example.com/ads/events/"));
    assertThat(children(one(document, "VideoClicks")))
        .containsExactly("ClickTracking", "ClickThrough");
    assertThat(one(document, "ClickThrough").getTextContent())
        .isEqualTo("https://shop.example.com/?a=1&b=2");
    Element file = one(document, "MediaFile");
    assertThat(file.getTextContent())
        .isEqualTo("https://cdn.example.com/vod/as_1/film.mp4?a=1&b=2");
    assertThat(file.getAttribute("delivery")).isEqualTo("progressive");
    assertThat(file.getAttribute("type")).isEqualTo("video/mp4");
    assertThat(file.getAttribute("width")).isEqualTo("1280");
    assertThat(file.getAttribute("height")).isEqualTo("720");
  }

  @Test
  void aPodKeepsItsOrder() throws Exception {
    Document document =
        parse(vast.of(List.of(slot("One", null), slot("Two", null), slot("Three", null))));

    assertThat(all(document, "Ad"))
        .extracting(ad -> ad.getAttribute("sequence") + " " + one(ad, "AdTitle").getTextContent())
        .containsExactly("1 One", "2 Two", "3 Three");
    assertThat(all(document, "ClickThrough")).isEmpty();
  }

  @Test
  void whateverAnAdIsCalledTheDocumentStaysADocument() throws Exception {
    String title = "</AdTitle><Ad id='x'/> ]]> & \"q\" \u0000\u0001\uFFFE\uD83D line\n\uD83D\uDE00";

    Document document = parse(vast.of(List.of(slot(title, null))));

    assertThat(all(document, "Ad")).hasSize(1);
    assertThat(one(document, "AdTitle").getTextContent())
        .isEqualTo("</AdTitle><Ad id='x'/> ]]> & \"q\"  line\n\uD83D\uDE00");
  }

  @Test
  void withoutAdsTheDocumentIsEmptyAndValid() throws Exception {
    Element root = parse(vast.of(List.of())).getDocumentElement();

    assertThat(root.getLocalName()).isEqualTo("VAST");
    assertThat(root.hasChildNodes()).isFalse();
  }

  @Test
  void aPreRollIsOneBreakAtTheStartWithItsAdsInside() throws Exception {
    Document document =
        parse(new VmapDocument(vast).preRoll(List.of(slot("One", null), slot("Two", null))));

    Element root = document.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo(VmapDocument.NAMESPACE);
    assertThat(root.getAttribute("version")).isEqualTo("1.0");
    Element adBreak = (Element) root.getFirstChild();
    assertThat(adBreak.getLocalName()).isEqualTo("AdBreak");
    assertThat(adBreak.getAttribute("timeOffset")).isEqualTo("start");
    assertThat(adBreak.getAttribute("breakType")).isEqualTo("linear");
    assertThat(children(adBreak)).containsExactly("AdSource");
    assertThat(children((Element) adBreak.getFirstChild())).containsExactly("VASTAdData");
    assertThat(all(document, "Ad")).hasSize(2);
  }

  @Test
  void withoutAdsThereIsNoBreak() throws Exception {
    Element root = parse(new VmapDocument(vast).preRoll(List.of())).getDocumentElement();

    assertThat(root.getLocalName()).isEqualTo("VMAP");
    assertThat(root.hasChildNodes()).isFalse();
  }

  @Test
  void timesAreToldAsClocks() {
    assertThat(VastDocument.clock(Duration.ofMillis(3_723_004))).isEqualTo("01:02:03.004");
  }
}
