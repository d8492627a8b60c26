/**
 * What ad decision servers are asked and answer: VAST 2 to 4 (linear ads), VMAP 1, wrappers. An
 * answer that is no answer is an error with a reason, never more.
 */
@NullMarked
package onair.awslocal.mediatailor.vast;

import org.jspecify.annotations.NullMarked;
