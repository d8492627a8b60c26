package onair.common.problem;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the id of the current request is kept: as a request attribute, so that error dispatches see
 * it, and in the log context.
 */
public final class RequestId {

  /** Name of the header, in and out. */
  public static final String HEADER = "X-Request-Id";

  /** Key in the log context (MDC). */
  public static final String LOG_KEY = "request_id";

  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  public static void set(ServletRequest request, String id) {
    request.setAttribute(ATTRIBUTE, id);
  }

  /** Null before the request id filter has run. */
  public static @Nullable String of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : null;
  }
}
