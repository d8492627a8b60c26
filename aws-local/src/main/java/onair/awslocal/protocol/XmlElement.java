package onair.awslocal.protocol;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML element without its attributes and namespaces, which no covered service puts data into.
 *
 * @param text of an element without children
 */
record XmlElement(String name, String text, List<XmlElement> children) {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_ELEMENTS = 100_000;
  private static final XMLInputFactory FACTORY = factory();

  /**
   * Reads a document. Document types are refused, so there are no entities. Throws {@link Refusal}.
   */
  static XmlElement parse(byte[] document) {
    try {
      // Decoded here: the JDK's parser prints broken UTF-8 to the console. AWS takes no other
      // encoding.
      XMLStreamReader reader =
          FACTORY.createXMLStreamReader(new StringReader(Bodies.text(document)));
      try {
        return new Parser(reader).root();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw Refusal.malformed("The XML document is not well-formed.");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static final class Parser {

    private final XMLStreamReader reader;
    private int elements;

    Parser(XMLStreamReader reader) {
      this.reader = reader;
    }

    XmlElement root() throws XMLStreamException {
      int event = reader.getEventType();
      while (event != XMLStreamConstants.START_ELEMENT) {
        refuse(event);
        event = reader.next();
      }
      XmlElement root = element(1);
      while (reader.hasNext()) {
        refuse(reader.next());
      }
      return root;
    }

    private XmlElement element(int depth) throws XMLStreamException {
      if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
        throw Refusal.malformed("The XML document is too deep or has too many elements.");
      }
      String name = reader.getLocalName();
      StringBuilder text = new StringBuilder();
      List<XmlElement> children = new ArrayList<>();
      int event = reader.next();
      while (event != XMLStreamConstants.END_ELEMENT) {
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text.append(reader.getText());
          default -> refuse(event);
        }
        event = reader.next();
      }
      if (!children.isEmpty() && !text.toString().isBlank()) {
        throw Refusal.malformed("The XML element " + name + " has both text and elements.");
      }
      return new XmlElement(name, children.isEmpty() ? text.toString() : "", children);
    }

    private static void refuse(int event) {
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Refusal.malformed("The XML document has a document type or entities.");
      }
    }
  }
}
