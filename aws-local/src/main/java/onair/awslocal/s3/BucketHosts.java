package onair.awslocal.s3;

import java.util.function.BiFunction;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;

/** Each bucket's own host, where the CDN finds it. */
record BucketHosts(
    OriginDirectory origins,
    String region,
    BiFunction<String, OriginRequest, OriginResponse> reader) {

  void open(String bucket) {
    origins.register(host(bucket), request -> reader.apply(bucket, request));
  }

  void close(String bucket) {
    origins.unregister(host(bucket));
  }

  private String host(String bucket) {
    return bucket + ".s3." + region + ".amazonaws.com";
  }
}
