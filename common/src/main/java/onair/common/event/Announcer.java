package onair.common.event;

import onair.common.tenancy.Tenancy;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has told again what others must know before it changes again: when this service starts, and when
 * another begins to listen. As a bean it does so by itself.
 */
public final class Announcer implements SmartLifecycle, EventListener {

  private final Runnable tellAgain;
  private final TransactionOperations transactions;
  private volatile boolean running;

  /**
   * @param tellAgain called inside a transaction
   */
  public Announcer(Runnable tellAgain, TransactionOperations transactions) {
    this.tellAgain = tellAgain;
    this.transactions = transactions;
  }

  @Override
  public void start() {
    Tenancy.runAsSystem(() -> transactions.executeWithoutResult(status -> tellAgain.run()));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return ServiceListening.TYPE.equals(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    tellAgain.run();
  }
}
