package onair.vod.s3;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.vod.storage.StoredObjects;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects of the one bucket. */
final class S3Objects implements StoredObjects {

  private static final int LONGEST_TEXT = 1024 * 1024;

  /** A thousand objects each; what is left then is left to the next run. */
  private static final int MOST_PAGES = 20;

  private final S3Client client;
  private final String bucket;

  S3Objects(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public OptionalLong size(String key) {
    try {
      return OptionalLong.of(
          client.headObject(request -> request.bucket(bucket).key(key)).contentLength());
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return OptionalLong.empty();
      }
      throw failure;
    }
  }

  @Override
  public byte[] read(String key, long offset, int length) {
    return client
        .getObjectAsBytes(
            request ->
                request
                    .bucket(bucket)
                    .key(key)
                    .range("bytes=" + offset + "-" + (offset + length - 1)))
        .asByteArray();
  }

  @Override
  public String text(String key) {
    byte[] bytes = read(key, 0, LONGEST_TEXT + 1);
    if (bytes.length > LONGEST_TEXT) {
      throw new IllegalStateException(key + " is too long to be read as text");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void write(String key, String text, String contentType, Duration kept) {
    client.putObject(
        request ->
            request
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .cacheControl("public, max-age=" + kept.toSeconds()),
        RequestBody.fromString(text, StandardCharsets.UTF_8));
  }

  @Override
  public boolean removeAll(String prefix) {
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      ListObjectsV2Response page =
          client.listObjectsV2(request -> request.bucket(bucket).prefix(prefix));
      if (page.contents().isEmpty()) {
        return true;
      }
      List<ObjectIdentifier> keys =
          page.contents().stream()
              .map(object -> ObjectIdentifier.builder().key(object.key()).build())
              .toList();
      client.deleteObjects(
          request -> request.bucket(bucket).delete(delete -> delete.objects(keys).quiet(true)));
    }
    return false;
  }
}
