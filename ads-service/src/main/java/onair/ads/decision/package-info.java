/**
 * The ad decision server: which ads one viewer sees in one break, told as VAST or VMAP. Begin with
 * {@link onair.ads.decision.DecisionController}; the choice itself is {@link
 * onair.ads.decision.Rotation}.
 */
@NullMarked
package onair.ads.decision;

import org.jspecify.annotations.NullMarked;
