package onair.delivery.distribution;

import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;

/** Cache policies in AWS, of which an installation has one. */
public interface CachePolicies extends ExternalResource<CachePolicy, ObservedCachePolicy> {

  /**
   * Makes it what is wanted; the distributions that have it follow within minutes.
   *
   * @param found as it was just observed; when somebody has changed it since, AWS refuses and
   *     nothing happens
   */
  Found<ObservedCachePolicy> update(Found<ObservedCachePolicy> found, CachePolicy policy);
}
