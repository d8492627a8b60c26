package onair.common.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks Bean Validation, and tells what it finds under the names the caller used. */
final class RecordConstraints {

  private final Validator validator;
  private final Violations violations;

  RecordConstraints(Validator validator, Violations violations) {
    this.validator = validator;
    this.violations = violations;
  }

  /** Checks one component's value before there is a record to put it in. */
  void checkValue(RecordShape shape, RecordShape.Field field, @Nullable Object value, String path) {
    tell(validator.validateValue(shape.type(), field.javaName(), value), shape, path);
  }

  /** Checks what only the whole record can tell: constraints on the class and on its methods. */
  void checkRecord(RecordShape shape, Object made, String path) {
    tell(validator.validate(made), shape, path);
  }

  private void tell(Set<? extends ConstraintViolation<?>> broken, RecordShape shape, String path) {
    var ordered =
        broken.stream()
            .map(
                violation ->
                    new Found(
                        path(violation.getPropertyPath(), shape, path),
                        code(violation),
                        violation.getMessage()))
            .filter(found -> !violations.touches(found.path()) || found.path().equals(path))
            .sorted(Comparator.comparing(Found::path).thenComparing(Found::code))
            .toList();
    ordered.forEach(found -> violations.add(found.path(), found.code(), found.detail()));
  }

  private record Found(String path, String code, String detail) {}

  private static String code(ConstraintViolation<?> violation) {
    Class<? extends Annotation> constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    boolean missing =
        constraint == NotNull.class
            || (violation.getInvalidValue() == null
                && constraint.getSimpleName().startsWith("Not"));
    return missing ? "required" : JsonStyle.name(constraint.getSimpleName());
  }

  private static String path(Path found, RecordShape shape, String start) {
    var path = new StringBuilder(start);
    boolean first = true;
    for (Path.Node node : found) {
      Integer index = node.getIndex();
      if (index != null) {
        path.append('[').append(index).append(']');
      } else if (node.getKey() != null) {
        path.append('.').append(node.getKey());
      }
      if (node.getKind() == ElementKind.PARAMETER || node.getKind() == ElementKind.PROPERTY) {
        append(path, first ? shape.jsonName(node.getName()) : JsonStyle.name(node.getName()));
        first = false;
      }
    }
    return path.toString();
  }

  private static void append(StringBuilder path, String name) {
    path.append(path.isEmpty() ? "" : ".").append(name);
  }
}
