package onair.common.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem as a reply, wherever in the request's way it came up: controller, filter,
 * security or the container.
 */
public final class ProblemWriter {

  /** The content type of every failure. */
  public static final String CONTENT_TYPE = "application/problem+json";

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Replaces whatever the reply held. Does nothing when the reply has begun to leave. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(CONTENT_TYPE);
    byte[] body = json.writeValueAsBytes(problem.toBody(RequestId.of(request), path(request)));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * The address that was asked for, also when the container has sent the request on to its error
   * page.
   */
  private static String path(HttpServletRequest request) {
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    return original instanceof String uri ? uri : request.getRequestURI();
  }
}
