/**
 * How often a key, an organization and an address may ask. The buckets are here, in one place for
 * all gateways, which lease permits from them. Start at {@link
 * onair.account.limit.LimitProperties}.
 */
@NullMarked
package onair.account.limit;

import org.jspecify.annotations.NullMarked;
