package onair.awslocal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that no SDK would send, made of one that is valid: another JSON type, unknown members,
 * repeated elements, halves of documents; of the rest of the document only what is around. What was
 * broken once in a type is not broken again.
 */
final class WireFaults {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String UNKNOWN = "NoSuchMember";

  /**
   * A body that has to be refused.
   *
   * @param reason what the refusal has to say; empty when the body cannot be read at all
   */
  record Fault(byte[] body, String reason) {}

  private final WireProtocol protocol;
  private final Set<String> done = new HashSet<>();
  private List<Fault> faults = new ArrayList<>();

  WireFaults(WireProtocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Of the body with which that input was sent.
   *
   * @param known whether the model knows the operation, and so the name of its document
   */
  List<Fault> of(byte[] body, SdkPojo input, boolean known) {
    faults = new ArrayList<>();
    if (body.length > 2) {
      switch (protocol) {
        case RestJson any -> json(body, input);
        case AwsJson any -> json(body, input);
        case RestXml any -> xml(body, input, known);
        case AwsQuery any -> query(body);
        default -> throw new IllegalArgumentException(protocol.toString());
      }
    }
    return faults;
  }

  private void json(byte[] body, SdkPojo input) {
    faults.add(new Fault(Arrays.copyOf(body, body.length / 2), ""));
    SdkPojo root =
        RestBinding.payload(input)
            .map(payload -> payload.constructor() == null ? null : payload.getValueOrDefault(input))
            .map(SdkPojo.class::cast)
            .orElse(input);
    if (JSON.readTree(body) instanceof ObjectNode document) {
      object(document, root, "", UnaryOperator.identity());
    }
  }

  private void object(
      ObjectNode object, SdkPojo pojo, String path, UnaryOperator<JsonNode> document) {
    String type = pojo.getClass().getName();
    if (done.add(type)) {
      add(document, NODES.objectNode().put(UNKNOWN, 1), join(path, UNKNOWN) + ": unknown member");
    }
    for (SdkField<?> field : pojo.sdkFields()) {
      JsonNode node = object.get(field.locationName());
      Object value = field.getValueOrDefault(pojo);
      if (field.location() != MarshallLocation.PAYLOAD || node == null || value == null) {
        continue;
      }
      UnaryOperator<JsonNode> with =
          other -> document.apply(NODES.objectNode().set(field.locationName(), other));
      String memberPath = join(path, field.locationName());
      if (done.add(type + "." + field.memberName())) {
        JsonNode other = node.isContainer() ? NODES.stringNode("x") : NODES.objectNode();
        add(with, other, memberPath + ": must be ");
      }
      if (value instanceof SdkPojo child && node instanceof ObjectNode below) {
        object(below, child, memberPath, with);
      } else if (value instanceof List<?> list
          && !list.isEmpty()
          && list.getFirst() instanceof SdkPojo child
          && node.get(0) instanceof ObjectNode below) {
        object(below, child, memberPath + "[0]", other -> with.apply(NODES.arrayNode().add(other)));
      }
    }
  }

  private void add(UnaryOperator<JsonNode> document, JsonNode value, String reason) {
    faults.add(new Fault(JSON.writeValueAsBytes(document.apply(value)), reason));
  }

  private void xml(byte[] body, SdkPojo input, boolean known) {
    faults.add(new Fault(Arrays.copyOf(body, body.length / 2), ""));
    XmlElement root = XmlElement.parse(body);
    if (known) {
      faults.add(new Fault(text(new XmlElement("Other", "", root.children())), ""));
    }
    RestBinding.payload(input)
        .filter(payload -> payload.constructor() != null)
        .map(payload -> (SdkPojo) payload.getValueOrDefault(input))
        .ifPresentOrElse(
            payload -> element(root, payload, root.name(), UnaryOperator.identity()),
            () -> element(root, input, "", UnaryOperator.identity()));
  }

  private void element(
      XmlElement element, SdkPojo pojo, String path, UnaryOperator<XmlElement> document) {
    String type = pojo.getClass().getName();
    if (done.add(type)) {
      List<XmlElement> unknown = List.of(new XmlElement(UNKNOWN, "1", List.of()));
      add(document, element, unknown, join(path, UNKNOWN) + ": unknown element");
    }
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    pojo.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    for (XmlElement child : element.children()) {
      SdkField<?> field = fields.get(child.name());
      String memberPath = join(path, child.name());
      UnaryOperator<XmlElement> with =
          other -> document.apply(new XmlElement(element.name(), "", List.of(other)));
      ListTrait list = field.getTrait(ListTrait.class);
      if ((list == null || !list.isFlattened()) && done.add(type + "." + child.name())) {
        add(document, element, List.of(child, child), memberPath + ": is given more than once");
      }
      if (field.getValueOrDefault(pojo) instanceof SdkPojo below) {
        element(child, below, memberPath, with);
      }
    }
  }

  private void add(
      UnaryOperator<XmlElement> document,
      XmlElement element,
      List<XmlElement> children,
      String reason) {
    faults.add(
        new Fault(text(document.apply(new XmlElement(element.name(), "", children))), reason));
  }

  private void query(byte[] body) {
    String form = new String(body, StandardCharsets.UTF_8);
    faults.add(new Fault(bytes(form + "&" + UNKNOWN + "=1"), UNKNOWN + ": unknown parameter"));
    int item = form.indexOf(".member.1");
    if (item >= 0) {
      faults.add(
          new Fault(bytes(form.replace(".member.1", ".member.one")), ".member.one: unknown"));
    }
  }

  private static byte[] text(XmlElement element) {
    StringBuilder out = new StringBuilder();
    write(element, out);
    return bytes(out.toString());
  }

  private static void write(XmlElement element, StringBuilder out) {
    out.append('<').append(element.name()).append('>');
    out.append(element.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    element.children().forEach(child -> write(child, out));
    out.append("</").append(element.name()).append('>');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
