package onair.awslocal.model;

/**
 * One thing that happens in a history: a call, legal or not, a move of time, a restart. It names
 * what it acts on by a small number of its own ("the second channel"), never by what an earlier
 * step returned, so that it can be run without the steps before it.
 *
 * @param text what a failed history shows, such as {@code start channel 1}
 * @param act does it on the real parts and on the model and compares the two answers
 */
public record Step<W>(String text, Act<W> act) {

  /** What a step does. */
  @FunctionalInterface
  public interface Act<W> {

    void on(W world) throws Exception;
  }
}
