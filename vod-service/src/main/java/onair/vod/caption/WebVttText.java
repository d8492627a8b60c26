package onair.vod.caption;

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
import java.util.stream.Collectors;
import onair.common.constraint.Wording;
import org.jspecify.annotations.Nullable;

/** A text that is WebVTT; all its faults are told at once, each with its line. */
@Documented
@Constraint(validatedBy = WebVttText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface WebVttText {

  String message() default "must be WebVTT";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks {@link WebVtt}. */
  final class Check implements ConstraintValidator<WebVttText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      List<WebVtt.Fault> faults = text == null ? List.of() : WebVtt.faults(text);
      if (!faults.isEmpty()) {
        // Faults are words of ours alone: they are read as a template.
        Wording.tell(
            context, faults.stream().map(WebVtt.Fault::words).collect(Collectors.joining("; ")));
      }
      return faults.isEmpty();
    }
  }
}
