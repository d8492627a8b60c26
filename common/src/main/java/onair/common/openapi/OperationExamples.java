package onair.common.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;

/**
 * Gives every operation an example of its request and of its replies, made of the examples of the
 * fields. Where that says the wrong thing, {@code openapi/examples/<operationId>.json} says it
 * better: {@code request} is the whole body, and a status such as {@code 202} is what differs from
 * the example of the schema.
 */
final class OperationExamples implements GlobalOpenApiCustomizer {

  private static final String FOLDER = "openapi/examples/";

  private final ObjectMapper json;

  OperationExamples(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void customise(OpenAPI api) {
    var examples = new SchemaExamples(json, api.getComponents().getSchemas());
    SchemaDirections.operations(api).forEach(operation -> describe(operation, examples));
  }

  private void describe(Operation operation, SchemaExamples examples) {
    JsonNode own = own(operation.getOperationId());
    if (operation.getRequestBody() != null) {
      give(
          operation.getRequestBody().getContent(),
          media ->
              own.has("request")
                  ? Optional.of(own.get("request"))
                  : examples.request(media.getSchema()));
    }
    operation
        .getResponses()
        .forEach(
            (status, reply) -> {
              if (status.startsWith("2")) {
                give(
                    reply.getContent(),
                    media ->
                        examples
                            .reply(media.getSchema())
                            .map(example -> merged(example, own.path(status)))
                            .or(() -> Optional.ofNullable(own.get(status))));
              }
            });
  }

  private static void give(
      @Nullable Content content, Function<MediaType, Optional<JsonNode>> example) {
    if (content == null) {
      return;
    }
    for (MediaType media : content.values()) {
      if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null) {
        example.apply(media).ifPresent(media::setExample);
      }
    }
  }

  private JsonNode own(@Nullable String operationId) {
    var file = new ClassPathResource(FOLDER + operationId + ".json");
    if (!file.exists()) {
      return MissingNode.getInstance();
    }
    try (InputStream text = file.getInputStream()) {
      return json.readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /** Objects field by field, everything else as a whole. */
  private static JsonNode merged(JsonNode example, JsonNode differs) {
    if (example instanceof ObjectNode object && differs.isObject()) {
      differs
          .properties()
          .forEach(
              field ->
                  object.set(
                      field.getKey(), merged(object.path(field.getKey()), field.getValue())));
      return object;
    }
    return differs.isMissingNode() ? example : differs;
  }
}
