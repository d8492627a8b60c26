/**
 * Signing in at a provider (OpenID Connect 1.0: authorization code with PKCE, state and nonce).
 * This service is the relying party; the gateway only carries the browser there and back. What the
 * protocol asks of us is Spring Security's work; {@link onair.account.oidc.OidcSignIns} decides
 * whose session it becomes.
 */
@NullMarked
package onair.account.oidc;

import org.jspecify.annotations.NullMarked;
