package onair.common.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method that honours {@code Idempotency-Key}. With the header, the method, the reply
 * it makes and the memory of both are one transaction: a crash leaves all or nothing. The reply is
 * kept for 24 hours per organization when it was a success; a refusal changed nothing and is
 * decided anew. Without the header the method runs as usual, unless the key is required: then
 * nothing runs. A rehearsal ({@code dry_run=true}) needs no key and uses none.
 *
 * <p>A method that first does something slow which may be done twice, such as asking AWS, takes a
 * {@link LateTransaction} and begins it afterwards.
 *
 * <p>Told as problems: 422 {@code idempotency_key_reused} for another request under the same key,
 * 409 {@code idempotency_in_progress} while the first one runs, 422 {@code validation_failed} for a
 * key that is empty or longer than 255, 400 {@code idempotency_key_required}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** Whether the key must be there, because a second effect would cost money. */
  boolean required() default false;
}
