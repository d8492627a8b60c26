package onair.awslocal.cloudfront;

/** A resource that is a configuration with an id and a version. */
interface ConfigRow {

  String id();

  String accountId();

  String etag();

  /** Unique within its kind and account. */
  String name();
}
