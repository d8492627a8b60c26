/**
 * How often one may ask. Each request needs a permit of its key or member, of its organization and
 * of its address; the gateway leases a few ahead from account-service, where the buckets of all
 * gateways are. Start at {@link onair.gateway.limit.Limits}.
 *
 * <p>What this package asks of account-service, with an internal token whose scope is {@code
 * internal}:
 *
 * <pre>
 * POST /internal/limits/lease {"kind": "key", "id": "key_…", "waiting": 3}
 *   -> 200 {"granted": 15, "remaining": 2985, "quota": 3000, "window_seconds": 60, "retry_after_ms": 0}
 *      granted 0 = refuse until retry_after_ms have passed; quota 0 = not limited
 * </pre>
 */
@NullMarked
package onair.gateway.limit;

import org.jspecify.annotations.NullMarked;
