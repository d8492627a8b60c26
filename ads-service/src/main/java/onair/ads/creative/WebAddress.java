package onair.ads.creative;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import onair.common.outgoing.TargetCheck;
import org.jspecify.annotations.Nullable;

/** An address a viewer's browser may be led to. We never call it ourselves. */
@Documented
@Constraint(validatedBy = WebAddress.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface WebAddress {

  int LONGEST = 2048;

  String message() default
      "must be an http or https address of a public host, without a user, of at most 2048 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Takes it apart. */
  final class Check implements ConstraintValidator<WebAddress, String> {

    @Override
    public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
      if (address == null) {
        return true;
      }
      try {
        URI uri = new URI(address);
        return address.length() <= LONGEST
            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && TargetCheck.mayBeShown(uri);
      } catch (URISyntaxException notAnAddress) {
        return false;
      }
    }
  }
}
