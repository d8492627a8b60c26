package onair.awslocal.control;

import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param status HTTP status
 * @param body a record, map or list; written as JSON with names in snake case, without nulls and
 *     with times as ISO 8601 in UTC
 */
public record ControlAnswer(int status, Object body) {

  /** 200 with this body. */
  public static ControlAnswer ok(Object body) {
    return new ControlAnswer(200, body);
  }

  /** 200 with nothing to say. */
  public static ControlAnswer done() {
    return ok(Map.of());
  }
}
