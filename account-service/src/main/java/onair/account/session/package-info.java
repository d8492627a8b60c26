/** Signed-in browsers: a secret in a cookie, kept as a hash, that ends when it is not used. */
@NullMarked
package onair.account.session;

import org.jspecify.annotations.NullMarked;
