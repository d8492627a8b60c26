package onair.common.problem;

import jakarta.servlet.ServletException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns any failure into the problem a caller is told: a {@link Problem} as it is, then what a
 * {@link ProblemSource} knows, then what Spring and the database report, and 500 {@code
 * internal_error} without a word about the cause for the rest.
 */
public final class ProblemTranslator {

  private static final Logger log = LoggerFactory.getLogger(ProblemTranslator.class);

  private final List<ProblemSource> sources;

  ProblemTranslator(List<ProblemSource> sources) {
    this.sources = sources;
  }

  /** Never throws. What is our fault or a dependency's is logged here, once. */
  public Problem translate(Throwable failure) {
    Throwable cause = unwrap(failure);
    Problem problem = find(cause).orElseGet(() -> internal(cause));
    if (problem.status() >= 500 && problem.status() != 500) {
      log.warn("{} because of {}", problem.getMessage(), String.valueOf(problem.getCause()));
    }
    return problem;
  }

  private Optional<Problem> find(Throwable failure) {
    if (failure instanceof Problem problem) {
      return Optional.of(problem);
    }
    return sources.stream().flatMap(source -> source.problemFor(failure).stream()).findFirst();
  }

  private static Problem internal(Throwable failure) {
    log.error("Request failed for a reason nobody expected", failure);
    return Problems.internal().causedBy(failure);
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure.getClass() == ServletException.class
            || failure instanceof UndeclaredThrowableException;
    return wrapper && cause != null ? unwrap(cause) : failure;
  }
}
