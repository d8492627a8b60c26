package onair.common.reconcile;

import onair.common.aws.AwsFailure;

/**
 * What a failed call to AWS tells.
 *
 * @param definite the call had no effect and will have none
 * @param reason for people; the same for the same failure, so without request ids
 */
record CallFailure(AwsFailure meaning, boolean definite, String reason) {

  /** Reads the exceptions that edges let pass. */
  @FunctionalInterface
  interface Reader {
    CallFailure read(RuntimeException failure);
  }
}
