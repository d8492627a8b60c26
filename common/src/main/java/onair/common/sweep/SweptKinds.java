package onair.common.sweep;

import java.util.List;
import onair.common.reconcile.ExternalResource;

/**
 * The kinds a service sweeps: those that its own database, and no other, has rows of.
 *
 * @param edges in the order in which they are listed, and so removed: users of others first
 */
public record SweptKinds(List<ExternalResource<?, ?>> edges) {
  public SweptKinds {
    edges = List.copyOf(edges);
  }
}
