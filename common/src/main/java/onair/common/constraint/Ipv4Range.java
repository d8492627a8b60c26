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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 range such as {@code 203.0.113.0/24}; one whose address is not the first of the range is
 * refused, because it may be meant for that address alone.
 */
@Documented
@Constraint(validatedBy = Ipv4Range.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Ipv4Range {

  String message() default "must be an IPv4 range like 203.0.113.0/24";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Four numbers up to 255 and a length up to 32, with no bits set behind that length. */
  final class Check implements ConstraintValidator<Ipv4Range, String> {

    private static final Pattern FORM =
        Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|(?=/))){4}/(3[0-2]|[12]?\\d)");

    @Override
    public boolean isValid(@Nullable String range, ConstraintValidatorContext context) {
      if (range == null) {
        return true;
      }
      if (!FORM.matcher(range).matches()) {
        return false;
      }
      int length = Integer.parseInt(range.substring(range.indexOf('/') + 1));
      long address = address(range.substring(0, range.indexOf('/')));
      long first = address >> (32 - length) << (32 - length);
      if (address != first) {
        Wording.tell(
            context,
            "must begin with the first address of the range; for one address end it with /32");
      }
      return address == first;
    }

    private static long address(String dotted) {
      long address = 0;
      for (String number : dotted.split("\\.")) {
        address = address << 8 | Long.parseLong(number);
      }
      return address;
    }
  }
}
