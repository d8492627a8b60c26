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
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language as BCP 47 writes it: {@code en}, {@code pt-BR}, {@code zh-Hant}. */
@Documented
@Constraint(validatedBy = LanguageTag.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface LanguageTag {

  String message() default "must be a language tag of BCP 47, such as en, pt-BR or zh-Hant";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Whether it is well-formed; which languages there are changes by the month. */
  final class Check implements ConstraintValidator<LanguageTag, String> {

    @Override
    public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
      if (tag == null) {
        return true;
      }
      try {
        return !usual(tag).isEmpty();
      } catch (IllformedLocaleException malformed) {
        return false;
      }
    }

    /** The tag in its usual spelling; empty when it names no language. */
    static String usual(String tag) {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
    }
  }
}
