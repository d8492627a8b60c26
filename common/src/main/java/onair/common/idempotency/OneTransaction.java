package onair.common.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import onair.common.problem.Problem;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a request, or finds what it was answered before, in one transaction with the memory of it.
 * The reply leaves after the commit, so what a caller was told is always true.
 */
final class OneTransaction {

  private final PlatformTransactionManager transactions;
  private final ReplyStore replies;

  OneTransaction(PlatformTransactionManager transactions, ReplyStore replies) {
    this.transactions = transactions;
    this.replies = replies;
  }

  /**
   * Serves the request once.
   *
   * @throws Problem 409 while another request works under the key, 422 when the key was used for
   *     another request
   */
  void serve(
      IdempotencyKey key,
      RepeatableRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    var buffered = new ContentCachingResponseWrapper(response);
    Optional<Reply> earlier = inTransaction(key, request, buffered, chain);
    if (earlier.isPresent()) {
      earlier.get().replay(response);
    } else {
      buffered.copyBodyToResponse();
    }
  }

  private Optional<Reply> inTransaction(
      IdempotencyKey key,
      RepeatableRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain)
      throws IOException, ServletException {
    TransactionStatus transaction = transactions.getTransaction(null);
    try {
      if (!replies.lock(key)) {
        throw inProgress();
      }
      Optional<Reply> earlier = replies.find(key).map(kept -> same(kept, request.hash()));
      if (earlier.isEmpty()) {
        chain.doFilter(request, response);
        keepOrUndo(key, request, Reply.of(response), transaction);
      }
      transactions.commit(transaction);
      return earlier;
    } catch (IOException | ServletException | RuntimeException | Error failure) {
      if (!transaction.isCompleted()) {
        transactions.rollback(transaction);
      }
      throw failure;
    }
  }

  private void keepOrUndo(
      IdempotencyKey key, RepeatableRequest request, Reply reply, TransactionStatus transaction) {
    if (reply.isSuccess() && !transaction.isRollbackOnly()) {
      replies.keep(key, request.hash(), reply);
    } else if (!reply.isSuccess()) {
      transaction.setRollbackOnly();
    }
  }

  private static Reply same(ReplyStore.Kept kept, byte[] requestHash) {
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
