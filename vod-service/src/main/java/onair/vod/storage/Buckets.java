package onair.vod.storage;

import onair.common.reconcile.ExternalResource;

/** The bucket in AWS, whose settings can be put right. */
public interface Buckets extends ExternalResource<VodBucket, ObservedBucket> {

  /** Sets what {@link ObservedBucket#differences} names. */
  void putRight(ObservedBucket observed);
}
