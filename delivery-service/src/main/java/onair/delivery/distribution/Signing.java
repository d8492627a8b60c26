package onair.delivery.distribution;

/** For which product CloudFront signs what it asks; each needs an access control of its own. */
public enum Signing {
  MEDIAPACKAGEV2,
  S3,
  MEDIASTORE
}
