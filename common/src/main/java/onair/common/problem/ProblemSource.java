package onair.common.problem;

import java.util.Optional;

/**
 * Knows what the exceptions of one library mean to a caller. All beans of this type are asked
 * before the general rules.
 */
public interface ProblemSource {

  /** The problem to tell, or empty when this failure is not one of this source's. */
  Optional<Problem> problemFor(Throwable failure);
}
