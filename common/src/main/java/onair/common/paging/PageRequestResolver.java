package onair.common.paging;

import java.util.Optional;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageRequest} from the query, telling both parameters' faults at once. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return read(request.getParameter("limit"), request.getParameter("cursor"));
  }

  static PageRequest read(@Nullable String limit, @Nullable String cursor) {
    Problem problem = Problems.validationFailed();
    int wanted = limit == null ? PageRequest.DEFAULT_LIMIT : limit(limit);
    if (wanted == 0) {
      problem.violation(
          "limit", "out_of_range", "must be a whole number from 1 to " + PageRequest.MAX_LIMIT);
    }
    Optional<String> after = cursor == null ? Optional.empty() : Cursor.decode(cursor);
    if (cursor != null && after.isEmpty()) {
      problem.violation("cursor", "invalid", "must be a next_cursor of this list");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return new PageRequest(wanted, after.orElse(null));
  }

  /** Zero when it is not a limit we take. */
  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      return limit >= 1 && limit <= PageRequest.MAX_LIMIT ? limit : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
