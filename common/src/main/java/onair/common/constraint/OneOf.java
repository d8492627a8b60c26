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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word out of a fixed list. One we mean to offer later is refused with just that word of hope.
 */
@Documented
@Constraint(validatedBy = OneOf.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {

  /** The words that work. */
  String[] value();

  /** Words that are known and do not work yet. */
  String[] planned() default {};

  String message() default "is not one of the words offered";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says which words there are. */
  final class Check implements ConstraintValidator<OneOf, String> {

    private List<String> offered = List.of();
    private List<String> planned = List.of();

    @Override
    public void initialize(OneOf constraint) {
      offered = List.of(constraint.value());
      planned = List.of(constraint.planned());
    }

    @Override
    public boolean isValid(@Nullable String word, ConstraintValidatorContext context) {
      if (word == null || offered.contains(word)) {
        return true;
      }
      String choice = "must be " + String.join(" or ", offered);
      // Only words of ours go into the message: it is a template, and the caller's would be read as
      // one.
      Wording.tell(
          context, planned.contains(word) ? choice + "; " + word + " is not offered yet" : choice);
      return false;
    }
  }
}
