package onair.common.reconcile;

import java.util.Map;

/**
 * A resource as a listing of its whole kind shows it.
 *
 * @param tags as AWS has them; may be empty for what the {@link InventoryScope} knows by its id
 * @param billed what AWS bills for it now: items of the price catalog, each with a count; empty
 *     when it costs nothing as it is
 */
public record Listed<O>(Found<O> found, Map<String, String> tags, Map<String, Integer> billed) {
  public Listed {
    tags = Map.copyOf(tags);
    billed = Map.copyOf(billed);
  }
}
