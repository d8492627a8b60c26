package onair.awslocal.cloudfront;

import java.time.Instant;

/**
 * A policy that behaviors name by its id.
 *
 * @param <C> its settings
 * @param <R> itself
 */
interface PolicyRow<C, R> extends ConfigRow {

  C config();

  /** The same policy with other settings. */
  R changed(C other, String version, Instant now);
}
