package onair.common.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method any caller with a valid token may use. Every controller method carries this
 * or {@link RequiresScope}; the architecture rules see to it, so that leaving a scope out is a
 * decision and not an oversight.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyCaller {}
