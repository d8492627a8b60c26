/**
 * Asks key servers for content keys as packagers do: Secure Packager and Encoder Key Exchange, with
 * a CPIX document in both directions. {@link onair.awslocal.speke.KeyServer} is the door. Sources:
 * SPEKE API specification 2.0, DASH-IF CPIX 2.3.
 */
@NullMarked
package onair.awslocal.speke;

import org.jspecify.annotations.NullMarked;
