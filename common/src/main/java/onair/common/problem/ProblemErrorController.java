package onair.common.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the container sends what failed outside of any controller: a filter, or a request the
 * firewall refused.
 */
@Controller
final class ProblemErrorController implements ErrorController {

  private final ProblemTranslator translator;
  private final ProblemWriter writer;

  ProblemErrorController(ProblemTranslator translator, ProblemWriter writer) {
    this.translator = translator;
    this.writer = writer;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
            ? translator.translate(failure)
            : Problems.byStatus(status(request));
    writer.write(problem, request, response);
  }

  /** Asked for directly, the address is like any other where nothing is. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            && status >= 400
        ? status
        : 404;
  }
}
