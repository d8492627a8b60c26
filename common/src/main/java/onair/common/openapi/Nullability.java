package onair.common.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** Null in a description: one of the types, or beside what cannot take another type. */
final class Nullability {

  private static final String NULL = "null";

  private Nullability() {}

  static boolean isNullable(Schema<?> schema) {
    return isNull(schema)
        || (schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Nullability::isNull));
  }

  /** The schema that also takes null. */
  static Schema<?> orNull(Schema<?> schema) {
    if (schema.getTypes() != null && schema.getEnum() == null) {
      schema.addType(NULL);
      return schema;
    }
    Schema<Object> both = new Schema<>();
    both.addAnyOfItem(schema);
    both.addAnyOfItem(new Schema<>().types(Set.of(NULL)));
    both.description(schema.getDescription());
    schema.description(null);
    return both;
  }

  /** The words a text can be. */
  @SuppressWarnings("unchecked") // a text's words are texts
  static void words(Schema<?> schema, String... words) {
    ((Schema<Object>) schema).setEnum(List.of((Object[]) words));
  }

  private static boolean isNull(Schema<?> schema) {
    return schema.getTypes() != null && schema.getTypes().contains(NULL);
  }
}
