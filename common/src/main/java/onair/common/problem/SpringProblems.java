package onair.common.problem;

import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What Spring MVC, Spring Security and Tomcat raise on their own. */
final class SpringProblems implements ProblemSource {

  private static final String REQUIRED = "required";

  @Override
  public Optional<Problem> problemFor(Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case MissingServletRequestParameterException e -> missing(e.getParameterName());
          case MissingRequestHeaderException e -> missing(e.getHeaderName());
          case MethodArgumentTypeMismatchException e -> wrongType(e.getName(), e);
          case MethodArgumentNotValidException e -> invalid(e.getBindingResult());
          case HandlerMethodValidationException e when !e.isForReturnValue() -> invalid(e);
          case HttpMessageNotReadableException e -> unreadable(e);
          case AccessDeniedException e -> Problems.forbidden();
          case AuthenticationException e ->
              Problems.unauthorized("The request carries no token that is accepted here.");
          case InvalidParameterException e -> Problems.byStatus(400);
          case ErrorResponse e ->
              withHeaders(Problems.byStatus(e.getStatusCode().value()), e.getHeaders());
          default -> null;
        });
  }

  private static Problem missing(String name) {
    return Problems.validationFailed().violation(name, REQUIRED, "must be given");
  }

  private static Problem wrongType(String name, TypeMismatchException failure) {
    Class<?> type = failure.getRequiredType();
    String wanted =
        type == null
            ? "of another type"
            : "a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    return Problems.validationFailed().violation(name, "wrong_type", "must be " + wanted);
  }

  private static Problem invalid(BindingResult result) {
    Problem problem = Problems.validationFailed();
    result
        .getAllErrors()
        .forEach(
            error ->
                problem.violation(
                    error instanceof FieldError field ? field.getField() : "",
                    "invalid",
                    String.valueOf(error.getDefaultMessage())));
    return problem;
  }

  private static Problem invalid(HandlerMethodValidationException failure) {
    Problem problem = Problems.validationFailed();
    for (ParameterValidationResult result : failure.getParameterValidationResults()) {
      String name = String.valueOf(result.getMethodParameter().getParameterName());
      result
          .getResolvableErrors()
          .forEach(
              error ->
                  problem.violation(name, "invalid", String.valueOf(error.getDefaultMessage())));
    }
    return problem;
  }

  /**
   * Record bodies are read by our own converter; here come absent bodies and bodies of other types.
   */
  private static Problem unreadable(HttpMessageNotReadableException failure) {
    return failure.getCause() == null
        ? Problems.bodyRequired()
        : Problems.malformedJson("It could not be read.").causedBy(failure);
  }

  private static Problem withHeaders(Problem problem, HttpHeaders headers) {
    headers.forEach((name, values) -> problem.header(name, String.join(", ", values)));
    return problem;
  }
}
