package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import onair.test.TestApi.Reply;
import org.springframework.context.ConfigurableApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Viewers whose MediaTailor asks for ads and tells what was seen. */
abstract class ServingScenario extends FakeTailorScenario {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  ServingScenario(ConfigurableApplicationContext service) {
    super(service);
  }

  Document ask(String path) throws Exception {
    Reply reply = visitor().get(path);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/xml");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(reply.bytes()));
  }

  static List<String> texts(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** What MediaTailor calls while an ad is shown to its end. */
  static List<String> beacons(Document document) {
    var urls = new ArrayList<>(texts(document, "Impression"));
    urls.addAll(texts(document, "Tracking"));
    return urls.stream().map(ServingScenario::path).toList();
  }

  static String path(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  void signal(String organization, String channel, String id, int splice, int seconds) {
    tell(
        "ad_break.signalled",
        "ad_break",
        id,
        Map.of(
            "organization_id", organization,
            "channel_id", channel,
            "playback_id", playback(channel),
            "ad_break_id", id,
            "splice_event_id", splice,
            "duration_seconds", seconds));
  }
}
