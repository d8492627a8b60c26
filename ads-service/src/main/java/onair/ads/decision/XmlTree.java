package onair.ads.decision;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document; every text and attribute is escaped. */
final class XmlTree {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter(2048);
  private final XMLStreamWriter writer;

  XmlTree() {
    try {
      writer = FACTORY.createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException impossible) {
      throw failed(impossible);
    }
  }

  /**
   * An element with attributes and content.
   *
   * @param attributes names and values in turn
   */
  void element(String name, Runnable content, String... attributes) {
    try {
      writer.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute(attributes[i], XmlText.legal(attributes[i + 1]));
      }
      content.run();
      writer.writeEndElement();
    } catch (XMLStreamException impossible) {
      throw failed(impossible);
    }
  }

  /** An element with attributes and text. */
  void element(String name, String content, String... attributes) {
    element(name, () -> characters(content), attributes);
  }

  private void characters(String content) {
    try {
      writer.writeCharacters(XmlText.legal(content));
    } catch (XMLStreamException impossible) {
      throw failed(impossible);
    }
  }

  /** The document; nothing can be added after this. */
  String finish() {
    try {
      writer.writeEndDocument();
      writer.close();
      return text.toString();
    } catch (XMLStreamException impossible) {
      throw failed(impossible);
    }
  }

  private static IllegalStateException failed(XMLStreamException impossible) {
    return new IllegalStateException("writing into memory failed", impossible);
  }
}
