package onair.awslocal.model;

/** The real parts of one history and the reference model of them, fresh at its start. */
public interface World extends AutoCloseable {

  /**
   * Compares what can be observed with what the model says. Runs after every step.
   *
   * @throws AssertionError when they differ
   */
  void check() throws Exception;

  @Override
  void close() throws Exception;
}
