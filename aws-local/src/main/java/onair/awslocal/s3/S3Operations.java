package onair.awslocal.s3;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What S3 calls the operations that requests ask for. Source: Amazon S3 API Reference. */
public final class S3Operations {

  /** What a request's bucket has by this parameter, as operations name it. */
  private static final Map<String, String> OF_BUCKETS =
      Map.of(
          "policy", "BucketPolicy",
          "cors", "BucketCors",
          "tagging", "BucketTagging",
          "publicAccessBlock", "PublicAccessBlock",
          "lifecycle", "BucketLifecycleConfiguration");

  private static final List<String> OTHERS =
      List.of(
          "ListBuckets",
          "CreateBucket",
          "HeadBucket",
          "DeleteBucket",
          "GetBucketLocation",
          "ListObjects",
          "ListObjectsV2",
          "ListMultipartUploads",
          "DeleteObjects",
          "PutObject",
          "CopyObject",
          "GetObject",
          "HeadObject",
          "DeleteObject",
          "CreateMultipartUpload",
          "UploadPart",
          "UploadPartCopy",
          "ListParts",
          "CompleteMultipartUpload",
          "AbortMultipartUpload");

  private S3Operations() {}

  /** All there are names for. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(OTHERS);
    for (String subject : OF_BUCKETS.values()) {
      List.of("Get", "Put", "Delete").forEach(verb -> names.add(operation(verb, subject)));
    }
    return names;
  }

  /** The operation a request asks for; one that is not known is {@code Unknown}. */
  static String nameOf(S3Request request) {
    if (request.bucket().isEmpty()) {
      return "ListBuckets";
    }
    return request.key().isEmpty() ? ofBucket(request) : ofObject(request);
  }

  private static String ofBucket(S3Request request) {
    List<String> subjects = request.present(List.copyOf(OF_BUCKETS.keySet()));
    if (!subjects.isEmpty()) {
      String method = request.method();
      String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
      return operation(verb, OF_BUCKETS.getOrDefault(subjects.getFirst(), ""));
    }
    return switch (request.method()) {
      case "PUT" -> "CreateBucket";
      case "HEAD" -> "HeadBucket";
      case "DELETE" -> "DeleteBucket";
      case "POST" -> request.has("delete") ? "DeleteObjects" : "Unknown";
      case "GET" -> ofReadBucket(request);
      default -> "Unknown";
    };
  }

  /** Only a bucket's lifecycle is deleted by a name of its own. */
  private static String operation(String verb, String subject) {
    return verb.equals("Delete") && subject.equals("BucketLifecycleConfiguration")
        ? "DeleteBucketLifecycle"
        : verb + subject;
  }

  private static String ofReadBucket(S3Request request) {
    if (request.has("uploads")) {
      return "ListMultipartUploads";
    }
    if (request.has("location")) {
      return "GetBucketLocation";
    }
    return request.parameter("list-type", "1").equals("2") ? "ListObjectsV2" : "ListObjects";
  }

  private static String ofObject(S3Request request) {
    boolean ofUpload = request.has("uploadId");
    return switch (request.method()) {
      case "PUT" -> {
        boolean copies = request.header("x-amz-copy-source") != null;
        yield ofUpload
            ? copies ? "UploadPartCopy" : "UploadPart"
            : copies ? "CopyObject" : "PutObject";
      }
      case "GET" -> ofUpload ? "ListParts" : "GetObject";
      case "HEAD" -> "HeadObject";
      case "DELETE" -> ofUpload ? "AbortMultipartUpload" : "DeleteObject";
      case "POST" ->
          request.has("uploads")
              ? "CreateMultipartUpload"
              : ofUpload ? "CompleteMultipartUpload" : "Unknown";
      default -> "Unknown";
    };
  }
}
