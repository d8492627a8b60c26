/**
 * Secrets Manager as an edge: the passphrases of SRT, where a MediaConnect flow may read them. The
 * only package that knows the Secrets Manager SDK.
 */
@NullMarked
package onair.channel.secretsmanager;

import org.jspecify.annotations.NullMarked;
