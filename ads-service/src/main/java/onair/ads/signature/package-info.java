/**
 * Addresses that only we can make: what is in them is signed, and who comes by one needs nothing
 * else. One class, {@link onair.ads.signature.Signatures}.
 */
@NullMarked
package onair.ads.signature;

import org.jspecify.annotations.NullMarked;
