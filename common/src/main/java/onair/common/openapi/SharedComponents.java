package onair.common.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Objects;
import onair.common.plan.DryRun;
import onair.common.plan.Plan;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** The problem and the API key, as components of every description. */
final class SharedComponents implements GlobalOpenApiCustomizer {

  private static final String API_KEY = "api_key";

  @Override
  public void customise(OpenAPI api) {
    Components components = api.getComponents() == null ? new Components() : api.getComponents();
    components.addSchemas("Problem", problem());
    components.addSchemas("Violation", violation());
    if (rehearses(api)) {
      ModelConverters.getInstance(true).readAll(Plan.class).forEach(components::addSchemas);
    }
    components.addSecuritySchemes(
        API_KEY,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("An API key: `Authorization: Bearer onair_test_…`"));
    api.components(components).security(List.of(new SecurityRequirement().addList(API_KEY)));
  }

  private static boolean rehearses(OpenAPI api) {
    return api.getPaths() != null
        && api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .map(Operation::getParameters)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .anyMatch(parameter -> DryRun.PARAMETER.equals(parameter.getName()));
  }

  private static Schema<?> problem() {
    return typed(new ObjectSchema(), "object")
        .description(
            "Why a request failed (RFC 9457). Switch on `code`; some codes add members of their own.")
        .addProperty("type", text("urn:onair:problem:validation_failed"))
        .addProperty("title", text("Some fields are not acceptable"))
        .addProperty("status", typed(new IntegerSchema().format(null), "integer").example(422))
        .addProperty("detail", text("What happened this time and what to do about it."))
        .addProperty("instance", text("/v1/channels"))
        .addProperty("code", text("validation_failed"))
        .addProperty(
            "violations",
            typed(
                new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Violation")),
                "array"))
        .addProperty("request_id", text("req_06d4x8k2v7b1c3d5e7f9g1h3j5"))
        .addProperty("retryable", typed(new BooleanSchema(), "boolean").example(false))
        .required(List.of("type", "title", "status", "code", "retryable"));
  }

  private static Schema<?> violation() {
    return typed(new ObjectSchema(), "object")
        .addProperty("field", text("ingest.protocol"))
        .addProperty("code", text("unknown_value"))
        .addProperty("detail", text("must be one of: rtmp, srt"))
        .required(List.of("field", "code", "detail"));
  }

  private static Schema<?> text(String example) {
    return typed(new StringSchema(), "string").example(example);
  }

  /** OpenAPI 3.1 keeps types in a set that the library does not fill by itself. */
  private static Schema<?> typed(Schema<?> schema, String type) {
    schema.addType(type);
    return schema;
  }
}
