package onair.awslocal.resource;

import onair.awslocal.protocol.CallContext;

/**
 * Where a resource lives. Callers of another account or region do not see it.
 *
 * @param accountId twelve digits
 * @param region such as {@code eu-west-1}
 */
public record Scope(String accountId, String region) {

  private static final int ARN_PARTS = 6;

  /** The scope of the call this thread is in. */
  public static Scope current() {
    CallContext call = CallContext.current();
    return new Scope(call.accountId(), call.region());
  }

  /** The scope a resource is in; an ARN of a global service has an empty Region. */
  public static Scope of(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
      throw new IllegalArgumentException("No ARN: " + arn);
    }
    return new Scope(parts[4], parts[3]);
  }

  /**
   * An ARN in this scope.
   *
   * @param service such as {@code medialive}
   * @param resource the last part, such as {@code channel:1234567}
   */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
  }

  /** A table key that is unique over all scopes. */
  public String key(String name) {
    return accountId + "/" + region + "/" + name;
  }
}
