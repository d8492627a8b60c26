package onair.account.member;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A password somebody may take: 12 characters to 72 bytes, which is as far as BCrypt reads. */
@Documented
@Constraint(validatedBy = NewPassword.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NewPassword {

  String message() default "has at least 12 characters and at most 72 bytes";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Measures. */
  final class Check implements ConstraintValidator<NewPassword, String> {

    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;

    @Override
    public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
      return password == null || isUsable(password);
    }

    /** The same for passwords that come another way than in a request. */
    public static boolean isUsable(String password) {
      return password.length() >= SHORTEST
          && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }
  }
}
