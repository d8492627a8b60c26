package onair.common.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import onair.common.problem.RequestId;

/** Takes back what a controller has said, so that something else can be said instead. */
public final class Fresh {

  private Fresh() {}

  /** Only the request's id stays. Does nothing once something has left. */
  public static void start(HttpServletRequest request, HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.reset();
      String id = RequestId.of(request);
      if (id != null) {
        response.setHeader(RequestId.HEADER, id);
      }
    }
  }
}
