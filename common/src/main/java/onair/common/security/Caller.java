package onair.common.security;

import java.util.Set;

/**
 * Who a request is made for, out of the token. Usable as a controller argument.
 *
 * @param organizationId {@code org_…}; every query of an organization's rows is bound to it; empty
 *     for a service that calls for itself and for a visitor
 * @param subject {@code key_…} of an API key, {@code mem_…} of a member, or the name of a service
 * @param scopes {@code channels:read}, {@code channels:*}, {@code *}, {@code internal}
 * @param session {@code ses_…} of a member who is signed in; empty for everybody else
 */
public record Caller(String organizationId, String subject, Set<String> scopes, String session) {

  /** Marks calls between services. Only an exact match grants it: {@code *} does not. */
  public static final String INTERNAL = "internal";

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Somebody who is not signed in by a session. */
  public Caller(String organizationId, String subject, Set<String> scopes) {
    this(organizationId, subject, scopes, "");
  }

  /** A service calling another one for itself, not for an organization. */
  public static Caller service(String name) {
    return new Caller("", name, Set.of(INTERNAL));
  }

  /** Somebody who only has a signed address: no organization, no scope. */
  public static Caller visitor() {
    return new Caller("", "visitor", Set.of());
  }

  /** Whether a scope is granted: by itself, by {@code <resource>:*} or by {@code *}. */
  public boolean has(String scope) {
    if (scopes.contains(scope)) {
      return true;
    }
    if (scope.equals(INTERNAL)) {
      return false;
    }
    int colon = scope.indexOf(':');
    return scopes.contains("*") || (colon > 0 && scopes.contains(scope.substring(0, colon) + ":*"));
  }
}
