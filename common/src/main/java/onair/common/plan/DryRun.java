package onair.common.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the request is only a rehearsal. As a controller argument it makes a method take {@code
 * dry_run=true}: all it does to the database is undone after it, and the caller is answered 200
 * with the {@link Plan} it was shown. Whoever calls AWS in between asks {@link #wanted()} first.
 */
public final class DryRun {

  /** Name of the query parameter. */
  public static final String PARAMETER = "dry_run";

  private static final String SHOWN = DryRun.class.getName();

  private final HttpServletRequest request;

  DryRun(HttpServletRequest request) {
    this.request = request;
  }

  public boolean wanted() {
    return wanted(request);
  }

  /** What the request would come to; asked for only when it is wanted. */
  public void shows(Supplier<Plan> plan) {
    if (wanted()) {
      request.setAttribute(SHOWN, plan.get());
    }
  }

  /** Whether this request is a rehearsal. */
  public static boolean wanted(HttpServletRequest request) {
    return "true".equals(parameter(request));
  }

  static @Nullable String parameter(HttpServletRequest request) {
    String[] given = request.getParameterValues(PARAMETER);
    return given == null ? null : String.join(",", new TreeSet<>(List.of(given)));
  }

  static Plan shown(HttpServletRequest request) {
    if (request.getAttribute(SHOWN) instanceof Plan plan) {
      return plan;
    }
    throw new IllegalStateException("A method that takes a DryRun shows it a plan");
  }
}
