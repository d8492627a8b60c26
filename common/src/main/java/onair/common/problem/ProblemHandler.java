package onair.common.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where what a controller throws becomes a reply. */
@ControllerAdvice
final class ProblemHandler {

  private final ProblemTranslator translator;
  private final ProblemWriter writer;

  ProblemHandler(ProblemTranslator translator, ProblemWriter writer) {
    this.translator = translator;
    this.writer = writer;
  }

  @ExceptionHandler(Throwable.class)
  void handle(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failure instanceof AsyncRequestNotUsableException) {
      return; // The caller has gone; there is nobody to tell.
    }
    writer.write(translator.translate(failure), request, response);
  }
}
