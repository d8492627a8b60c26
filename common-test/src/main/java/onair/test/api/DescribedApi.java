package onair.test.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.test.TestApi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document, read for its operations and for the JSON Schemas of what they take and
 * give.
 */
public final class DescribedApi {

  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;
  private final ObjectNode closed;
  private final List<DescribedOperation> operations;
  private final Map<JsonNode, Schema> sent = new ConcurrentHashMap<>();
  private final Map<JsonNode, Schema> told = new ConcurrentHashMap<>();

  private DescribedApi(JsonNode document) {
    this.document = document;
    this.closed = closed(document.path("components").deepCopy());
    this.operations = operations(document);
  }

  /** Reads a document. */
  public static DescribedApi of(JsonNode document) {
    return new DescribedApi(document);
  }

  /** What a service says of itself. */
  public static DescribedApi of(TestApi service) {
    return of(service.get("/v3/api-docs").json());
  }

  /** All operations, in the document's order; never empty. */
  public List<DescribedOperation> operations() {
    return operations;
  }

  /** What a {@code $ref} leads to, or the node itself. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asString().substring(1));
    }
    return found;
  }

  /** What is wrong with a value that is sent; empty when nothing is. */
  List<String> faultsOfSent(JsonNode schema, JsonNode value) {
    return faults(sent.computeIfAbsent(schema, one -> compile(one, components())), value);
  }

  /** What is wrong with a value that came back; fields that are not described are, too. */
  List<String> faultsOfTold(JsonNode schema, JsonNode value) {
    return faults(told.computeIfAbsent(schema, one -> compile(one, closed)), value);
  }

  private ObjectNode components() {
    return document.path("components").isObject()
        ? document.path("components").asObject()
        : JsonNodeFactory.instance.objectNode();
  }

  private static Schema compile(JsonNode schema, ObjectNode components) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll(schema.asObject());
    whole.set("components", components);
    return SCHEMAS.getSchema(whole);
  }

  private static List<String> faults(Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(Object::toString).toList();
  }

  private static List<DescribedOperation> operations(JsonNode document, DescribedApi api) {
    var all = new ArrayList<DescribedOperation>();
    document
        .path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        all.add(DescribedOperation.of(api, path, item, method, operation));
                      }
                    }));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("The document describes no operation");
    }
    return List.copyOf(all);
  }

  private List<DescribedOperation> operations(JsonNode whole) {
    return operations(whole, this);
  }

  /** Problems stay open: some codes add members of their own. */
  private static ObjectNode closed(@Nullable JsonNode components) {
    if (components == null || !components.isObject()) {
      return JsonNodeFactory.instance.objectNode();
    }
    components
        .path("schemas")
        .forEachEntry(
            (name, schema) -> {
              if (!name.endsWith("Problem")
                  && schema.has("properties")
                  && !schema.has("additionalProperties")) {
                schema.asObject().put("additionalProperties", false);
              }
            });
    return components.asObject();
  }
}
