package onair.common.version;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method that is not about a resource with a version of its own: its answer carries
 * none, and no change waits for one. A GET is tagged by its bytes all the same.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unversioned {

  /** Why it has none. */
  String value();
}
