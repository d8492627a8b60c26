package onair.account.member;

import java.util.Set;

/** What a member may do in the organization. Stored by its lower case name. */
public enum Role {
  /** Everything, members and keys included. */
  OWNER(Set.of("*"));

  private final Set<String> scopes;

  Role(Set<String> scopes) {
    this.scopes = scopes;
  }

  public Set<String> scopes() {
    return scopes;
  }
}
