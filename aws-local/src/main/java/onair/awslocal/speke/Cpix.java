package onair.awslocal.speke;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import onair.awslocal.media.Protection;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Writes what is asked of a key server, and reads what it answers. */
final class Cpix {

  private static final String NAMESPACE = "urn:dashif:org:cpix";
  private static final String SECRETS = "urn:ietf:params:xml:ns:keyprov:pskc";
  private static final int KEY_BYTES = 16;

  private Cpix() {}

  static String request(KeyRequest wanted) {
    boolean isSecond = wanted.version() == KeyRequest.Version.SPEKE_2;
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <cpix:CPIX xmlns:cpix="%s" xmlns:pskc="%s" contentId="%s"%s>
        <cpix:ContentKeyList>
        """
            .formatted(
                NAMESPACE,
                SECRETS,
                escaped(wanted.contentId()),
                isSecond ? " version=\"2.3\"" : ""));
    String scheme =
        switch (wanted.scheme()) {
          case AES_128 -> "cbcs"; // whole segments have no name of their own
          case CENC -> "cenc";
          case CBCS -> "cbcs";
        };
    for (UUID key : wanted.keys().values()) {
      xml.append(
          "<cpix:ContentKey kid=\"%s\" commonEncryptionScheme=\"%s\"/>%n".formatted(key, scheme));
    }
    xml.append("</cpix:ContentKeyList>\n<cpix:DRMSystemList>\n");
    for (UUID key : wanted.keys().values()) {
      for (UUID system : wanted.systems()) {
        xml.append(
            """
            <cpix:DRMSystem kid="%s" systemId="%s"><cpix:PSSH/><cpix:ContentProtectionData/>\
            <cpix:URIExtXKey/>\
            <cpix:HLSSignalingData playlist="media"/><cpix:HLSSignalingData playlist="master"/>\
            </cpix:DRMSystem>
            """
                .formatted(key, system));
      }
    }
    xml.append("</cpix:DRMSystemList>\n");
    return (isSecond ? xml.append(rules(wanted)) : xml).append("</cpix:CPIX>\n").toString();
  }

  /** Which key is for which tracks. */
  private static String rules(KeyRequest wanted) {
    StringBuilder xml = new StringBuilder("<cpix:ContentKeyUsageRuleList>\n");
    for (Map.Entry<Protection.Tracks, UUID> key : wanted.keys().entrySet()) {
      xml.append(
          "<cpix:ContentKeyUsageRule kid=\"%s\" intendedTrackType=\"%s\">%s</cpix:ContentKeyUsageRule>%n"
              .formatted(key.getValue(), key.getKey(), filters(key.getKey())));
    }
    return xml.append("</cpix:ContentKeyUsageRuleList>\n").toString();
  }

  private static String filters(Protection.Tracks tracks) {
    return switch (tracks) {
      case ALL -> "<cpix:VideoFilter/><cpix:AudioFilter/>";
      case VIDEO -> "<cpix:VideoFilter/>";
      case AUDIO -> "<cpix:AudioFilter/>";
    };
  }

  /**
   * @throws KeysRefused when a key is missing or is none
   */
  static Protection read(byte[] answer, KeyRequest wanted) throws KeysRefused {
    try {
      Document document = parse(answer);
      List<Protection.Key> keys = new ArrayList<>();
      for (Map.Entry<Protection.Tracks, UUID> key : wanted.keys().entrySet()) {
        keys.add(key(document, key.getKey(), key.getValue()));
      }
      List<Protection.DrmSystem> systems = new ArrayList<>();
      for (Element system : all(document, NAMESPACE, "DRMSystem")) {
        UUID keyId = UUID.fromString(system.getAttribute("kid"));
        if (wanted.keys().containsValue(keyId)) {
          systems.add(system(system, keyId));
        }
      }
      return new Protection(wanted.scheme(), keys, systems);
    } catch (SAXException | IOException | IllegalArgumentException e) {
      throw new KeysRefused("The key server's answer cannot be read: " + e.getMessage(), e);
    }
  }

  private static Document parse(byte[] answer) throws SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every JDK reads XML", e);
    }
  }

  private static Protection.Key key(Document document, Protection.Tracks tracks, UUID id)
      throws KeysRefused {
    for (Element key : all(document, NAMESPACE, "ContentKey")) {
      if (UUID.fromString(key.getAttribute("kid")).equals(id)) {
        byte[] value = text(key, SECRETS, "PlainValue").map(Cpix::bytes).orElse(new byte[0]);
        if (value.length != KEY_BYTES) {
          throw new KeysRefused("The key %s has %d bytes".formatted(id, value.length));
        }
        String iv = key.getAttribute("explicitIV");
        byte[] vector = iv.isEmpty() ? vectorOf(id) : bytes(iv);
        return new Protection.Key(id, value, Arrays.copyOf(vector, KEY_BYTES), tracks);
      }
    }
    throw new KeysRefused("The key server does not know the key " + id);
  }

  /** One that is the same after a restart. */
  private static byte[] vectorOf(UUID id) {
    UUID vector = UUID.nameUUIDFromBytes(("iv/" + id).getBytes(StandardCharsets.US_ASCII));
    return ByteBuffer.allocate(KEY_BYTES)
        .putLong(vector.getMostSignificantBits())
        .putLong(vector.getLeastSignificantBits())
        .array();
  }

  private static Protection.DrmSystem system(Element system, UUID keyId) {
    return new Protection.DrmSystem(
        UUID.fromString(system.getAttribute("systemId")),
        keyId,
        text(system, NAMESPACE, "PSSH").map(Cpix::bytes).orElse(null),
        decoded(text(system, NAMESPACE, "ContentProtectionData").orElse(null)),
        decoded(signaling(system, "media")),
        decoded(signaling(system, "master")),
        decoded(text(system, NAMESPACE, "URIExtXKey").orElse(null)));
  }

  private static @Nullable String signaling(Element system, String playlist) {
    for (Element data : all(system.getElementsByTagNameNS(NAMESPACE, "HLSSignalingData"))) {
      if (data.getAttribute("playlist").equals(playlist) && !data.getTextContent().isBlank()) {
        return data.getTextContent().strip();
      }
    }
    return null;
  }

  private static Optional<String> text(Element parent, String namespace, String name) {
    return all(parent.getElementsByTagNameNS(namespace, name)).stream()
        .map(element -> element.getTextContent().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static @Nullable String decoded(@Nullable String base64) {
    return base64 == null ? null : new String(bytes(base64), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }

  private static List<Element> all(Document document, String namespace, String name) {
    return all(document.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> all(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
