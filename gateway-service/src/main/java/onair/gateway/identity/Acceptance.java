package onair.gateway.identity;

import java.util.List;
import onair.common.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Who accepts an invitation: the body of {@code POST /session/invitation}. */
record Acceptance(String token, String password) {

  /**
   * Reads the body.
   *
   * @throws Problem 422 {@code validation_failed} with every violation
   */
  static Acceptance of(JsonNode body) {
    JsonBody.require(body, List.of("token", "password"), List.of());
    return new Acceptance(body.get("token").stringValue(), body.get("password").stringValue());
  }

  @Override
  public String toString() {
    return "Acceptance[…]";
  }
}
