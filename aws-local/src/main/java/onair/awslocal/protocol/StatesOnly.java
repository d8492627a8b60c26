package onair.awslocal.protocol;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation of a backend that keeps what it is told, goes through AWS's states and gives
 * AWS's errors, and does not do what the service would do with it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StatesOnly {

  /** What does not happen, such as {@code nothing is assembled or played}. */
  String value();
}
