package onair.common.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What a database that is away, busy or torn in the middle of a commit means to a caller: try
 * again; and what it does not take from one.
 *
 * <p>Source: PostgreSQL appendix A, classes 08 (connection), 53 (resources), 57 (operator
 * intervention), 58 (system), 40 (rollback), and 22021 (character not in repertoire).
 */
final class DatabaseProblems implements ProblemSource {

  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(1);

  /** A parameter with U+0000, which no text of PostgreSQL has. */
  private static final String NO_SUCH_TEXT = "22021";

  private static final List<String> AWAY_CLASSES = List.of("08", "53", "57", "58");

  @Override
  public Optional<Problem> problemFor(Throwable failure) {
    return switch (failure) {
      case CannotCreateTransactionException e -> Optional.of(away(e));
      case DataAccessResourceFailureException e -> Optional.of(away(e));
      case RecoverableDataAccessException e -> Optional.of(away(e));
      case QueryTimeoutException e -> Optional.of(away(e));
      case ConcurrencyFailureException e -> Optional.of(busy(e));
      case TransientDataAccessException e -> Optional.of(busy(e));
      case TransactionSystemException e -> Optional.of(away(e));
      default -> bySqlState(failure);
    };
  }

  private static Optional<Problem> bySqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String sqlClass = sql.getSQLState().substring(0, Math.min(2, sql.getSQLState().length()));
        if (sql.getSQLState().equals(NO_SUCH_TEXT)) {
          return Optional.of(Problems.byStatus(400).detail("It holds text that cannot be stored."));
        }
        return AWAY_CLASSES.contains(sqlClass) ? Optional.of(away(failure)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Problem away(Throwable cause) {
    return Problem.of(503, "database_unavailable", "The service cannot reach its data")
        .detail("Repeat the request with the same Idempotency-Key.")
        .retryAfter(AWAY)
        .causedBy(cause);
  }

  private static Problem busy(Throwable cause) {
    return Problem.of(503, "busy", "Another request was changing the same thing")
        .detail("Repeat the request.")
        .retryAfter(BUSY)
        .causedBy(cause);
  }
}
