package onair.common.openapi;

import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.plan.DryRun;
import onair.common.version.IfMatch;
import org.springframework.web.method.HandlerMethod;

/** The parameters an operation has because of its method's arguments and annotations. */
final class HabitualParameters {

  private HabitualParameters() {}

  static List<Parameter> of(HandlerMethod method) {
    var parameters = new ArrayList<Parameter>();
    if (takes(method, PageRequest.class)) {
      parameters.add(limit());
      parameters.add(cursor());
    }
    if (takes(method, MetadataFilter.class)) {
      parameters.add(metadata());
    }
    if (takes(method, DryRun.class)) {
      parameters.add(dryRun());
    }
    if (takes(method, IfMatch.class)) {
      parameters.add(ifMatch());
    }
    Idempotent idempotent = method.getMethodAnnotation(Idempotent.class);
    if (idempotent != null) {
      parameters.add(idempotencyKey(idempotent.required()));
    }
    return parameters;
  }

  static boolean takes(HandlerMethod method, Class<?> type) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static Parameter limit() {
    Schema<?> schema = new IntegerSchema()._default(PageRequest.DEFAULT_LIMIT);
    schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
    return query("limit", "Most items of the page.", schema);
  }

  private static Parameter cursor() {
    return query("cursor", "The `next_cursor` of the page before.", new StringSchema());
  }

  private static Parameter metadata() {
    return query(
            "metadata",
            "Only what has this metadata, all of it, exactly: `metadata[crew]=a`.",
            new ObjectSchema().additionalProperties(new StringSchema()))
        .style(Parameter.StyleEnum.DEEPOBJECT)
        .explode(true);
  }

  private static Parameter dryRun() {
    return query(
        DryRun.PARAMETER,
        "With `true` nothing is done: the answer is the plan of what would be, with the quotas it"
            + " needs and its price at list prices.",
        new BooleanSchema()._default(false));
  }

  private static Parameter ifMatch() {
    return header(
        IfMatch.HEADER,
        "The `ETag` of what you read. When it has changed since, nothing is done and you get 412.",
        new StringSchema());
  }

  private static Parameter idempotencyKey(boolean required) {
    Schema<?> schema = new StringSchema().minLength(1).maxLength(255);
    return header(
            "Idempotency-Key",
            "Any text of your own, 1 to 255 characters. A repetition within 24 hours gets the first"
                + " reply, and has no second effect.",
            schema)
        .required(required);
  }

  private static Parameter query(String name, String description, Schema<?> schema) {
    return new Parameter().in("query").name(name).description(description).schema(schema);
  }

  private static Parameter header(String name, String description, Schema<?> schema) {
    return new Parameter().in("header").name(name).description(description).schema(schema);
  }
}
