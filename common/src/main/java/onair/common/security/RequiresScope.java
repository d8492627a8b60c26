package onair.common.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope a caller needs for a controller method; on a class, for all its methods that do not say
 * otherwise. Checked before the body is read; a caller without it is told 403 {@code scope_missing}
 * naming it, or the first of several, in {@code scope}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

  /** For example {@code channels:write}; of several, any one is enough. */
  String[] value();
}
