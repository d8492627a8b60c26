package onair.channel.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an operation has come. */
public enum OperationStatus {
  /** Accepted; work has not begun. */
  QUEUED,
  RUNNING,
  SUCCEEDED,
  /** Given up, or overtaken by a later wish; {@code reason} says which. */
  FAILED,
  /** Given up, and what it had done is being undone. */
  COMPENSATING,
  /** Takes longer than it should; work goes on, {@code reason} says at what. */
  STUCK;

  /** Whether nothing will change any more. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED;
  }

  /** Lower case, as in the API and the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OperationStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
