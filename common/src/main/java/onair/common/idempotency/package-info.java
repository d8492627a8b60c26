/**
 * The {@code Idempotency-Key} header: a repeated POST gets the stored reply instead of a second
 * effect. Import {@link onair.common.idempotency.IdempotencyConfiguration}.
 */
@NullMarked
package onair.common.idempotency;

import org.jspecify.annotations.NullMarked;
