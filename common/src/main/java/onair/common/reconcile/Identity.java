package onair.common.reconcile;

import java.util.Map;

/**
 * Everything by which a resource is recognised later; all of it goes into the create call itself.
 *
 * @param organizationId who pays for it
 * @param generation starts at 1, grows when the resource has to be made anew
 * @param token idempotency token, at most 64 ASCII characters, the same for each repeat within a
 *     generation and never used by another
 * @param name deterministic, the same over all generations; letters, digits, {@code _} and {@code
 *     -}
 * @param tags {@code onair:deployment}, {@code onair:organization}, {@code onair:resource} (the
 *     key) and {@code onair:generation}
 */
public record Identity(
    ResourceKey key,
    String organizationId,
    long generation,
    String token,
    String name,
    Map<String, String> tags) {

  /** Tag that names the installation, so that several can share an AWS account. */
  public static final String DEPLOYMENT_TAG = "onair:deployment";

  /** Tag that names the organization that pays. */
  public static final String ORGANIZATION_TAG = "onair:organization";

  /** Tag that names the resource over all its generations. */
  public static final String RESOURCE_TAG = "onair:resource";

  /** Tag that says which generation a copy is. */
  public static final String GENERATION_TAG = "onair:generation";

  public Identity {
    tags = Map.copyOf(tags);
  }

  /**
   * Whether a listed resource is a copy of this one, of whatever generation: same deployment and
   * same resource.
   */
  public boolean owns(Map<String, String> listedTags) {
    return matches(listedTags, DEPLOYMENT_TAG) && matches(listedTags, RESOURCE_TAG);
  }

  private boolean matches(Map<String, String> listedTags, String tag) {
    var own = tags.get(tag);
    return own != null && own.equals(listedTags.get(tag));
  }
}
