package onair.delivery.distribution;

import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;

/** Distributions, which besides being there or not can be changed. */
public interface Distributions extends ExternalResource<DistributionLayout, ObservedDistribution> {

  /**
   * Gives it another layout and leaves everything else as it is. Returns at once; the edges follow
   * within minutes.
   *
   * @param found as it was just observed; when somebody has changed it since, AWS refuses and
   *     nothing happens
   */
  Found<ObservedDistribution> update(Found<ObservedDistribution> found, DistributionLayout layout);
}
