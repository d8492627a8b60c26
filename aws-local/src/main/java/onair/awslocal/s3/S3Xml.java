package onair.awslocal.s3;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Writes S3's answers and reads its small request documents; no DTDs, no entities. */
final class S3Xml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
  private static final int MOST_ELEMENTS = 50_000;
  private static final XMLOutputFactory OUT = XMLOutputFactory.newFactory();
  private static final XMLInputFactory IN = XMLInputFactory.newFactory();

  static {
    IN.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    IN.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    IN.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private final XMLStreamWriter writer;

  private S3Xml(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** What goes inside an element. */
  @FunctionalInterface
  interface Inside {
    void write(S3Xml xml) throws XMLStreamException;
  }

  static byte[] document(String root, Inside inside) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer = OUT.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeStartElement(root);
      if (!root.equals("Error")) {
        writer.writeDefaultNamespace(NAMESPACE);
      }
      inside.write(new S3Xml(writer));
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing XML to memory", e);
    }
    return bytes.toByteArray();
  }

  S3Xml text(String name, Object value) throws XMLStreamException {
    writer.writeStartElement(name);
    writer.writeCharacters(String.valueOf(value));
    writer.writeEndElement();
    return this;
  }

  void characters(String text) throws XMLStreamException {
    writer.writeCharacters(text);
  }

  void element(String name, Inside inside) throws XMLStreamException {
    writer.writeStartElement(name);
    inside.write(this);
    writer.writeEndElement();
  }

  /** An element as read: its own text, and its children by name in order. */
  record Node(String text, Map<String, List<Node>> children) {

    List<Node> all(String name) {
      return children.getOrDefault(name, List.of());
    }

    /** Text of the first child of that name, or empty. */
    String first(String name) {
      List<Node> nodes = all(name);
      return nodes.isEmpty() ? "" : nodes.getFirst().text;
    }
  }

  /** The root element, or MalformedXML. */
  static Node read(InputStream in) {
    try {
      XMLStreamReader reader = IN.createXMLStreamReader(in);
      Deque<Building> open = new ArrayDeque<>();
      int elements = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++elements > MOST_ELEMENTS || open.size() > 16) {
              throw malformed();
            }
            open.push(new Building(reader.getLocalName()));
          }
          case XMLStreamConstants.CHARACTERS -> {
            if (!open.isEmpty()) {
              open.peek().text.append(reader.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            Building done = open.pop();
            if (open.isEmpty()) {
              return done.node();
            }
            open.peek()
                .children
                .computeIfAbsent(done.name, k -> new ArrayList<>())
                .add(done.node());
          }
          case XMLStreamConstants.DTD -> throw malformed();
          default -> {
            // comments, white space and instructions carry nothing
          }
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static S3Failure malformed() {
    return S3Failure.invalid(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema.");
  }

  private static final class Building {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Node>> children = new LinkedHashMap<>();

    Building(String name) {
      this.name = name;
    }

    Node node() {
      return new Node(text.toString().strip(), children);
    }
  }
}
