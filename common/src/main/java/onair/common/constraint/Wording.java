package onair.common.constraint;

import jakarta.validation.ConstraintValidatorContext;

/** Says in its own words what a constraint found. */
public final class Wording {

  private Wording() {}

  /**
   * @param words read as a template by Bean Validation, so never out of a request
   */
  public static void tell(ConstraintValidatorContext context, String words) {
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
  }
}
