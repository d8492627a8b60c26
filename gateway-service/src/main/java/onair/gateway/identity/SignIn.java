package onair.gateway.identity;

import onair.common.problem.Problem;
import onair.common.problem.Problems;
import tools.jackson.databind.JsonNode;

/** Who wants to sign in: the body of {@code POST /session}. */
record SignIn(String email, String password) {
  private static final int LONGEST = 1000;

  /**
   * Reads the body.
   *
   * @throws Problem 422 {@code validation_failed} with every violation
   */
  static SignIn of(JsonNode body) {
    Problem problem = Problems.validationFailed();
    check(problem, body, "email");
    check(problem, body, "password");
    for (String name : body.propertyNames()) {
      if (!name.equals("email") && !name.equals("password")) {
        problem.violation(name, "unknown_field", "There is no such field.");
      }
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return new SignIn(body.get("email").stringValue(), body.get("password").stringValue());
  }

  private static void check(Problem problem, JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      problem.violation(field, "required", "This field is required.");
    } else if (!value.isString()) {
      problem.violation(field, "wrong_type", "This field is a text.");
    } else if (value.stringValue().isBlank() || value.stringValue().length() > LONGEST) {
      problem.violation(field, "size", "This field has 1 to " + LONGEST + " characters.");
    }
  }

  @Override
  public String toString() {
    return "SignIn[" + email + ", …]";
  }
}
