package onair.account.permission;

import java.util.Locale;
import java.util.Set;

/** What a member may do in the organization. Stored by its lower case name. */
public enum Role {
  /** Everything, members and keys included. */
  OWNER("*"),

  /** Runs the platform: everything but people, keys and the organization, which they only see. */
  OPERATOR(
      "channels:*",
      "assets:*",
      "ads:*",
      "delivery:*",
      "webhooks:*",
      "events:*",
      "usage:*",
      "ops:*",
      "organizations:read",
      "members:read",
      "api-keys:read"),

  /** Makes broadcasts and recordings. */
  STREAMER("channels:read", "channels:write", "channels:control", "assets:*", "events:read"),

  /** Sells the breaks: ads, and what they are shown in. */
  PARTNER("channels:read", "assets:read", "ads:*", "delivery:read", "usage:read"),

  /** Looks at reports. */
  VIEWER("channels:read", "assets:read", "ads:read", "delivery:read", "usage:read");

  private final Set<String> scopes;

  Role(String... scopes) {
    this.scopes = Set.of(scopes);
  }

  public Set<String> scopes() {
    return scopes;
  }

  /** The name as it is stored and told. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of a stored name.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
