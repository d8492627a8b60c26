package onair.gateway.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import onair.gateway.route.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes one OpenAPI 3.1 document out of several. Of each service's document it keeps the paths that
 * the gateway routes to it. A component or operation id that already means something else gets the
 * service's name in front.
 */
final class ApiMerge {
  private final ObjectNode merged;
  private final ObjectNode paths;
  private final ObjectNode components;
  private final JsonNode ownTags;
  private final Set<String> operationIds = new HashSet<>();
  private final Set<String> tags = new HashSet<>();
  private final List<String> missing = new ArrayList<>();

  /**
   * @param base the gateway's own document: info, security, its own paths
   * @param server the address callers use; {@code /} for wherever the document came from
   */
  ApiMerge(JsonNode base, String server) {
    this.merged = base.deepCopy().asObject();
    this.paths = merged.withObjectProperty("paths");
    this.components = merged.withObjectProperty("components");
    merged.putArray("servers").addObject().put("url", server);
    paths.forEach(operations -> keepOperationIdsUnique(operations, ""));
    this.ownTags = merged.path("tags").deepCopy();
    ownTags.forEach(tag -> tags.add(tag.path("name").asString("")));
    merged.putArray("tags");
  }

  /**
   * Adds a service's document.
   *
   * @param isRouted whether the gateway routes a path to this service
   */
  void add(Service service, JsonNode document, Predicate<String> isRouted) {
    String prefix = prefixOf(service);
    Map<String, String> renamed = clashes(document, prefix);
    JsonNode part = withReferences(document, renamed);
    part.path("components").forEachEntry((kind, named) -> addComponents(kind, named, renamed));
    part.path("paths")
        .forEachEntry(
            (path, operations) -> {
              if (isRouted.test(path)) {
                keepOperationIdsUnique(operations, prefix);
                paths.set(path, operations);
              }
            });
    for (JsonNode tag : part.path("tags")) {
      if (tags.add(tag.path("name").asString(""))) {
        merged.withArrayProperty("tags").add(tag);
      }
    }
  }

  /** Says that a service's part is not here now. */
  void addMissing(Service service) {
    missing.add(service.audience());
  }

  /** The document made of what was added, its paths in order. */
  ObjectNode result() {
    var sorted = new TreeMap<String, JsonNode>();
    paths.forEachEntry(sorted::put);
    paths.removeAll();
    sorted.forEach(paths::set);
    ownTags.forEach(merged.withArrayProperty("tags")::add);
    if (!missing.isEmpty()) {
      ArrayNode names = merged.putArray("x-onair-unavailable");
      missing.forEach(names::add);
      ObjectNode info = merged.withObjectProperty("info");
      info.put(
          "description",
          info.path("description").asString("")
              + "\n\n**Not shown right now**, because it does not answer: "
              + String.join(", ", missing)
              + ".");
    }
    return merged;
  }

  private void addComponents(String kind, JsonNode named, Map<String, String> renamed) {
    ObjectNode target = components.withObjectProperty(kind);
    named.forEachEntry(
        (name, component) -> {
          String reference = renamed.get(reference(kind, name));
          target.set(
              reference == null ? name : reference.substring(reference.lastIndexOf('/') + 1),
              component);
        });
  }

  /** References to components whose name is taken by a different one, with their new form. */
  private Map<String, String> clashes(JsonNode document, String prefix) {
    var renamed = new HashMap<String, String>();
    document
        .path("components")
        .forEachEntry(
            (kind, named) ->
                named.forEachEntry(
                    (name, component) -> {
                      JsonNode taken = components.path(kind).path(name);
                      if (!taken.isMissingNode() && !taken.equals(component)) {
                        renamed.put(reference(kind, name), reference(kind, prefix + name));
                      }
                    }));
    return renamed;
  }

  private void keepOperationIdsUnique(JsonNode operations, String prefix) {
    for (JsonNode operation : operations) {
      JsonNode id = operation.path("operationId");
      if (id.isString() && !operationIds.add(id.stringValue())) {
        String longer = prefix + capitalized(id.stringValue());
        operationIds.add(longer);
        operation.asObject().put("operationId", longer);
      }
    }
  }

  /** A copy in which each text that is a renamed reference has its new form. */
  private static JsonNode withReferences(JsonNode node, Map<String, String> renamed) {
    JsonNode copy = node.deepCopy();
    if (!renamed.isEmpty()) {
      replaceReferences(copy, renamed);
    }
    return copy;
  }

  private static void replaceReferences(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        String longer = renamed.get(object.path(name).asString(""));
        if (longer != null) {
          object.set(name, StringNode.valueOf(longer));
        } else {
          replaceReferences(object.path(name), renamed);
        }
      }
    } else {
      node.forEach(child -> replaceReferences(child, renamed));
    }
  }

  private static String reference(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }

  private static String prefixOf(Service service) {
    return capitalized(service.name().toLowerCase(Locale.ROOT));
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
