package onair.awslocal.mediatailor.vast;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML from strangers: no document type, so no entities, and nothing is fetched. */
final class AdXml {

  private static final DocumentBuilderFactory FACTORY = factory();

  private AdXml() {}

  /** The root element. */
  static Element parse(byte[] xml) throws BadAnswer {
    try {
      DocumentBuilder builder;
      synchronized (FACTORY) {
        builder = FACTORY.newDocumentBuilder();
      }
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new ByteArrayInputStream(xml))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new BadAnswer(BadAnswer.Reason.MALFORMED, String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Child elements by local name, in order. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(localName(element))) {
        found.add(element);
      }
    }
    return found;
  }

  /** Descendants along a path of local names. */
  static Stream<Element> at(Element parent, String... path) {
    Stream<Element> elements = Stream.of(parent);
    for (String name : path) {
      elements = elements.flatMap(element -> children(element, name).stream());
    }
    return elements;
  }

  /** Of the first element there; empty when there is none. */
  static String text(Element parent, String... path) {
    return at(parent, path).findFirst().map(AdXml::text).orElse("");
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  static String localName(Element element) {
    String local = element.getLocalName();
    return local == null ? element.getNodeName() : local;
  }

  private static DocumentBuilderFactory factory() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setCoalescing(true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser has these features", e);
    }
    return factory;
  }
}
