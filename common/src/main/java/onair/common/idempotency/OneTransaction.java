package onair.common.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import onair.common.problem.Problem;
import org.springframework.transaction.PlatformTransactionManager;
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
   * @param late whether the method begins the transaction itself
   * @throws Problem 409 while another request works under the key, 422 when the key was used for
   *     another request
   */
  void serve(
      IdempotencyKey key,
      RepeatableRequest request,
      boolean late,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    var transaction = new KeyedTransaction(transactions, replies, key, request.hash());
    var buffered = new ContentCachingResponseWrapper(response);
    Optional<Reply> earlier;
    try {
      earlier =
          late
              ? lately(transaction, request, buffered, chain)
              : atOnce(transaction, request, buffered, chain);
    } finally {
      transaction.undo();
    }
    if (earlier.isPresent()) {
      Fresh.start(request, response);
      earlier.get().replay(response);
    } else {
      buffered.copyBodyToResponse();
    }
  }

  private static Optional<Reply> atOnce(
      KeyedTransaction transaction,
      RepeatableRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain)
      throws IOException, ServletException {
    if (transaction.enter().isPresent()) {
      return transaction.earlier();
    }
    chain.doFilter(request, response);
    transaction.end(response);
    return Optional.empty();
  }

  private static Optional<Reply> lately(
      KeyedTransaction transaction,
      RepeatableRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain)
      throws IOException, ServletException {
    if (transaction.look().isPresent()) {
      return transaction.earlier();
    }
    request.setAttribute(LateTransaction.ATTRIBUTE, transaction);
    chain.doFilter(request, response);
    if (transaction.earlier().isEmpty()) {
      transaction.end(response);
    }
    return transaction.earlier();
  }
}
