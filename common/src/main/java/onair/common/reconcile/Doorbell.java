package onair.common.reconcile;

/** Lets a wake reach this node's loop at once; without a loop running, nobody hears it. */
final class Doorbell {
  private volatile Runnable answer = () -> {};

  void answeredBy(Runnable newAnswer) {
    answer = newAnswer;
  }

  void unanswered() {
    answer = () -> {};
  }

  void ring() {
    answer.run();
  }
}
