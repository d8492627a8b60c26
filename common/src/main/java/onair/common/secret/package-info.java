/** Secrets that must be read again, kept encrypted: {@link onair.common.secret.SecretBox}. */
@NullMarked
package onair.common.secret;

import org.jspecify.annotations.NullMarked;
