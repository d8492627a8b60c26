package onair.common.audit;

import jakarta.servlet.http.HttpServletRequest;
import onair.common.idempotency.LateTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/** The transaction of a change and its entry; a part of the one under way when there is one. */
final class ChangeTransaction implements LateTransaction {

  private final PlatformTransactionManager transactions;
  private @Nullable TransactionStatus begun;

  ChangeTransaction(PlatformTransactionManager transactions) {
    this.transactions = transactions;
  }

  /** To a method that begins it itself; one under an idempotency key was offered already. */
  void offerTo(HttpServletRequest request) {
    if (request.getAttribute(LateTransaction.ATTRIBUTE) == null) {
      request.setAttribute(LateTransaction.ATTRIBUTE, this);
    }
  }

  @Override
  public void begin() {
    if (begun == null) {
      begun = transactions.getTransaction(null);
    }
  }

  void commit() {
    if (begun != null) {
      transactions.commit(begun);
    }
  }

  /** Undoes what was not committed. */
  void undo() {
    if (begun != null && !begun.isCompleted()) {
      transactions.rollback(begun);
    }
  }
}
