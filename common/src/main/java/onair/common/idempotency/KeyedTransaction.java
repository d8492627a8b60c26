package onair.common.idempotency;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import onair.common.problem.Problem;
import onair.common.reconcile.CrashPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The transaction of one request under its key, from its beginning to its end. */
final class KeyedTransaction implements LateTransaction {

  private final PlatformTransactionManager transactions;
  private final ReplyStore replies;
  private final IdempotencyKey key;
  private final byte[] requestHash;
  private @Nullable TransactionStatus transaction;
  private @Nullable Reply earlier;

  KeyedTransaction(
      PlatformTransactionManager transactions,
      ReplyStore replies,
      IdempotencyKey key,
      byte[] requestHash) {
    this.transactions = transactions;
    this.replies = replies;
    this.key = key;
    this.requestHash = requestHash;
  }

  /** What the key was answered before, if it was. */
  Optional<Reply> look() {
    earlier = replies.find(key).map(this::same).orElse(null);
    return earlier();
  }

  Optional<Reply> earlier() {
    return Optional.ofNullable(earlier);
  }

  /**
   * Begins, and looks once more.
   *
   * @throws Problem 409 while another request works under the key
   */
  Optional<Reply> enter() {
    transaction = transactions.getTransaction(null);
    if (!replies.lock(key)) {
      throw inProgress();
    }
    return look();
  }

  /** When another request was faster, {@link #earlier} is told instead of the problem. */
  @Override
  public void begin() {
    if (enter().isPresent()) {
      throw inProgress();
    }
  }

  /**
   * Keeps the reply and all that led to it, or undoes both. A reply that led to nothing is kept.
   */
  void end(ContentCachingResponseWrapper response) {
    Reply reply = Reply.of(response);
    if (transaction == null && (!reply.isSuccess() || enter().isPresent())) {
      return;
    }
    TransactionStatus begun = Objects.requireNonNull(transaction);
    if (!reply.isSuccess()) {
      transactions.rollback(begun);
      return;
    }
    if (!begun.isRollbackOnly()) {
      replies.keep(key, requestHash, reply);
    }
    CrashPoint.hit("idempotency.kept");
    transactions.commit(begun);
    CrashPoint.hit("idempotency.committed");
  }

  /** Undoes what was not ended. */
  void undo() {
    if (transaction != null && !transaction.isCompleted()) {
      transactions.rollback(transaction);
    }
  }

  private Reply same(ReplyStore.Kept kept) {
    if (!MessageDigest.isEqual(kept.requestHash(), requestHash)) {
      throw Problem.of(
              422, "idempotency_key_reused", "The Idempotency-Key was used for another request")
          .detail("Use a new key for a new request, or repeat the first one exactly.");
    }
    return kept.reply();
  }

  private static Problem inProgress() {
    return Problem.of(
            409, "idempotency_in_progress", "A request with this Idempotency-Key is still running")
        .detail("Repeat it in a moment to get its reply.")
        .retryAfter(Duration.ofSeconds(1));
  }
}
