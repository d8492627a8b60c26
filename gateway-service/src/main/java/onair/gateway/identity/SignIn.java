package onair.gateway.identity;

import java.util.List;
import onair.common.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Who wants to sign in: the body of {@code POST /session}. */
record SignIn(String email, String password) {

  /**
   * Reads the body.
   *
   * @throws Problem 422 {@code validation_failed} with every violation
   */
  static SignIn of(JsonNode body) {
    JsonBody.require(body, List.of("email", "password"), List.of());
    return new SignIn(body.get("email").stringValue(), body.get("password").stringValue());
  }

  @Override
  public String toString() {
    return "SignIn[" + email + ", …]";
  }
}
