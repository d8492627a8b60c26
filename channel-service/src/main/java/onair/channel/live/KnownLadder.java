package onair.channel.live;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import onair.channel.ladder.Ladders;
import onair.common.constraint.Wording;
import org.jspecify.annotations.Nullable;

/** The name of a ladder there is. */
@Documented
@Constraint(validatedBy = KnownLadder.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface KnownLadder {

  String message() default "is not the name of a ladder";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says which ladders there are. */
  final class Check implements ConstraintValidator<KnownLadder, String> {

    private final Ladders ladders = Ladders.bundled();

    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
      if (name == null || ladders.find(name).isPresent()) {
        return true;
      }
      Wording.tell(context, "must be one of: " + String.join(", ", ladders.names()));
      return false;
    }
  }
}
