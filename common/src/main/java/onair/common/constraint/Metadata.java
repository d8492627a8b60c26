package onair.common.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's own words about a resource: few, short, and nothing we read. */
@Documented
@Constraint(validatedBy = Metadata.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Metadata {

  int MOST_KEYS = 50;
  int LONGEST_KEY = 40;
  int LONGEST_VALUE = 500;

  String message() default
      "holds at most 50 entries, with keys of 1 to 40 and values of at most 500 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts and measures. */
  final class Check implements ConstraintValidator<Metadata, Map<String, String>> {

    @Override
    public boolean isValid(
        @Nullable Map<String, String> metadata, ConstraintValidatorContext context) {
      return metadata == null
          || (metadata.size() <= MOST_KEYS
              && metadata.entrySet().stream()
                  .allMatch(
                      entry ->
                          !entry.getKey().isBlank()
                              && entry.getKey().length() <= LONGEST_KEY
                              && entry.getValue() != null
                              && entry.getValue().length() <= LONGEST_VALUE));
    }
  }
}
