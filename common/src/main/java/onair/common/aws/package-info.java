/**
 * How AWS is reached: one place for endpoint, region, credentials, timeouts and retries, and one
 * for what a failure means.
 */
@NullMarked
package onair.common.aws;

import org.jspecify.annotations.NullMarked;
