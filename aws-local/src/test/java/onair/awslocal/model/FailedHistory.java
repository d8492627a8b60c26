package onair.awslocal.model;

/** A history that went another way than its model, as short as it could be made. */
public final class FailedHistory extends AssertionError {

  private static final long serialVersionUID = 1L;

  FailedHistory(History<?> history, Throwable cause) {
    super(
        "%s%nafter %d of %d steps of seed %d:%n%s%nAgain: -D%s=%s"
            .formatted(
                cause.getMessage(),
                history.kept().size(),
                history.all().size(),
                history.seed(),
                history,
                Histories.REPLAY,
                history.replay()),
        cause);
  }
}
