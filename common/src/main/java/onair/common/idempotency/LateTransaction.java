package onair.common.idempotency;

/**
 * The one transaction of an {@link Idempotent} method that has slow work to do before it. As a
 * controller argument it keeps the database out of that work; from {@link #begin} on everything,
 * the reply included, is one transaction. Two requests under one key may both do the work; only one
 * gets past the beginning.
 */
public interface LateTransaction {

  /** Where a request keeps the one that is handed to its method. */
  String ATTRIBUTE = LateTransaction.class.getName();

  /**
   * From here on the database takes part. Does nothing when the request has no key.
   *
   * @throws onair.common.problem.Problem when another request under the key is at work, or was
   */
  void begin();
}
