package onair.vod.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.vod.storage.MultipartUploads;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Uploads in parts to the one bucket. Source: Amazon S3 User Guide, "Uploading and copying objects
 * using multipart upload in Amazon S3".
 */
final class S3MultipartUploads implements MultipartUploads {

  /** A user waits for the answer. */
  private static final AwsRequestOverrideConfiguration BRIEF =
      AwsRequestOverrideConfiguration.builder()
          .apiCallTimeout(Duration.ofSeconds(5))
          .apiCallAttemptTimeout(Duration.ofSeconds(3))
          .build();

  /** S3 may take minutes to put many parts together. */
  private static final AwsRequestOverrideConfiguration LONG =
      AwsRequestOverrideConfiguration.builder()
          .apiCallTimeout(Duration.ofMinutes(5))
          .apiCallAttemptTimeout(Duration.ofMinutes(5))
          .build();

  private final S3Client client;
  private final S3Presigner presigner;
  private final String bucket;

  S3MultipartUploads(S3Client client, S3Presigner presigner, String bucket) {
    this.client = client;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public String begin(String key, String contentType) {
    return client
        .createMultipartUpload(
            request ->
                request
                    .bucket(bucket)
                    .key(key)
                    .contentType(contentType)
                    .overrideConfiguration(BRIEF))
        .uploadId();
  }

  @Override
  public Optional<List<Part>> parts(String key, String uploadId) {
    try {
      return Optional.of(
          client
              .listPartsPaginator(
                  request ->
                      request
                          .bucket(bucket)
                          .key(key)
                          .uploadId(uploadId)
                          .overrideConfiguration(BRIEF))
              .parts()
              .stream()
              .map(part -> new Part(part.partNumber(), plain(part.eTag()), part.size()))
              .toList());
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public Completion complete(String key, String uploadId, List<Part> parts) {
    List<CompletedPart> named =
        parts.stream()
            .map(
                part -> CompletedPart.builder().partNumber(part.number()).eTag(part.etag()).build())
            .toList();
    try {
      client.completeMultipartUpload(
          request ->
              request
                  .bucket(bucket)
                  .key(key)
                  .uploadId(uploadId)
                  .multipartUpload(all -> all.parts(named))
                  .overrideConfiguration(LONG));
      return Completion.DONE;
    } catch (S3Exception failure) {
      return switch (AwsFailures.classify(failure)) {
        case NOT_FOUND -> Completion.UNKNOWN_UPLOAD;
        case INVALID -> Completion.REFUSED;
        case CONFLICT, THROTTLED, QUOTA, DENIED, UNAVAILABLE -> throw failure;
      };
    }
  }

  @Override
  public void abort(String key, String uploadId) {
    try {
      client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(uploadId));
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) != AwsFailure.NOT_FOUND) {
        throw failure;
      }
    }
  }

  @Override
  public List<Pending> pending(String prefix) {
    try {
      return client
          .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix))
          .uploads()
          .stream()
          .map(upload -> new Pending(upload.key(), upload.uploadId(), upload.initiated()))
          .toList();
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return List.of();
      }
      throw failure;
    }
  }

  @Override
  public URI sign(String key, String uploadId, int number, Duration validity) {
    var signed =
        presigner.presignUploadPart(
            presign ->
                presign
                    .signatureDuration(validity)
                    .uploadPartRequest(
                        part ->
                            part.bucket(bucket).key(key).uploadId(uploadId).partNumber(number)));
    try {
      return signed.url().toURI();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("S3 signs addresses", impossible);
    }
  }

  private static String plain(String etag) {
    return etag.replace("\"", "");
  }
}
