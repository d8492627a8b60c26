package onair.common.reconcile;

import java.util.Map;
import java.util.Set;

/**
 * What an inventory is about.
 *
 * @param deployment the installation whose resources are listed
 * @param known physical ids that have a row: whose they are need not be asked of AWS
 */
public record InventoryScope(String deployment, Set<String> known) {
  public InventoryScope {
    known = Set.copyOf(known);
  }

  /** Whether it has a row. */
  public boolean knows(String physicalId) {
    return known.contains(physicalId);
  }

  /** Whether it has a row or carries the installation's tag. */
  public boolean covers(String physicalId, Map<String, String> tags) {
    return knows(physicalId) || deployment.equals(tags.get(Identity.DEPLOYMENT_TAG));
  }
}
