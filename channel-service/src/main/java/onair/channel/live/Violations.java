package onair.channel.live;

import jakarta.validation.ConstraintValidatorContext;

/** Says in its own words what a constraint found. */
final class Violations {

  private Violations() {}

  /**
   * @param words read as a template by Bean Validation, so never out of a request
   */
  static void tell(ConstraintValidatorContext context, String words) {
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
  }
}
