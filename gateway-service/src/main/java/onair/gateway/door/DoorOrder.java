package onair.gateway.door;

import org.springframework.core.Ordered;

/** The order in which a request passes the door. */
final class DoorOrder {
  static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;
  static final int BROWSER_RULES = REQUEST_ID + 10;
  static final int REQUEST_LINE = REQUEST_ID + 20;
  static final int CORS = REQUEST_ID + 30;
  static final int BODY_LIMIT = REQUEST_ID + 40;

  private DoorOrder() {}
}
