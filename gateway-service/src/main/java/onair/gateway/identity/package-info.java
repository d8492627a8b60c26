/**
 * Who is asking. An API key or a session cookie goes in, a short-lived internal token for one
 * service comes out; nothing the caller sent as proof reaches a service.
 *
 * <p>What this package asks of account-service, each call with an internal token whose scope is
 * {@code internal}:
 *
 * <pre>
 * POST /internal/credentials/verify {"credential": "onair_live_…"}
 *   -> 200 {"organization_id": "org_…", "subject": "key_…", "scopes": ["channels:read", …]}
 *      404 when there is no such credential, or it is revoked or expired
 * POST /internal/sessions {"email": "…", "password": "…"}
 *   -> 201 {"session": "…", "expires_at": "…"} and the fields of a verified session
 *      401 when email and password do not match; 429 with Retry-After after too many tries
 * POST /internal/sessions/verify {"session": "…"}
 *   -> 200 {"organization_id": …, "subject": "mem_…", "scopes": […], "email": "…", "role": "…",
 *           "organization_name": "…", "expires_at": "…"}
 *      404 when there is no such session, or it has ended
 * POST /internal/sessions/end {"session": "…"}
 *   -> 204, also when there was none
 * POST /internal/sessions/by-invitation {"token": "…", "password": "…"}
 *   -> 201 as /internal/sessions
 * GET /internal/oidc
 *   -> 200 {"data": [{"id": "example", "name": "Example"}]}
 * POST /internal/oidc/{provider}/leave {"invitation": "…"} (or {})
 *   -> 200 {"location": "https://login.example/…", "browser": "…", "expires_at": "…"}
 * POST /internal/oidc/{provider}/come-back {"state": "…", "code": "…", "browser": "…"}
 *   -> 201 as /internal/sessions
 * </pre>
 *
 * <p>What the last four refuse is passed on as it is.
 */
@NullMarked
package onair.gateway.identity;

import org.jspecify.annotations.NullMarked;
