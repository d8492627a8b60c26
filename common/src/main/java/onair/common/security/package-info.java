/**
 * Who is calling: the short-lived tokens the gateway signs, their check in every service, and
 * scopes. Import {@link onair.common.security.ServiceSecurityConfiguration}.
 */
@NullMarked
package onair.common.security;

import org.jspecify.annotations.NullMarked;
