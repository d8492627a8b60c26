package onair.awslocal.s3;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import onair.awslocal.store.ObjectStore;

/**
 * S3's operations by request. Works: buckets (create, head, list, delete, policy, CORS, and
 * documents such as tags), ListObjects in both versions, objects (put, get, head, copy, delete,
 * delete many), multipart uploads.
 */
final class LocalS3 {
  /** Sub-resources that change what a request means; one we do not know must not be ignored. */
  private static final List<String> UNKNOWN_SUBRESOURCES =
      List.of(
          "acl",
          "attributes",
          "session",
          "policyStatus",
          "intelligent-tiering",
          "metadataConfiguration",
          "metadataTable",
          "renameObject",
          "versioning",
          "versions",
          "website",
          "notification",
          "replication",
          "encryption",
          "logging",
          "accelerate",
          "requestPayment",
          "object-lock",
          "retention",
          "legal-hold",
          "torrent",
          "restore",
          "select",
          "inventory",
          "analytics",
          "metrics",
          "ownershipControls");

  private final BucketOperations buckets;
  private final ObjectOperations objects;
  private final MultipartOperations multipart;
  private final BucketDocuments documents;
  private final S3Access access;

  LocalS3(
      ObjectStore store,
      StateStore state,
      InstantSource clock,
      OriginDirectory origins,
      String region) {
    Table<BucketSettings> settings = state.table("s3-settings", Codecs.json(BucketSettings.class));
    BucketHosts hosts =
        new BucketHosts(origins, region, (bucket, request) -> access().answer(bucket, request));
    this.buckets = new BucketOperations(store, settings, hosts);
    this.objects = new ObjectOperations(buckets);
    this.documents = new BucketDocuments(state, clock);
    this.multipart = new MultipartOperations(buckets, documents);
    this.access = new S3Access(store, buckets);
    store.buckets().forEach(bucket -> hosts.open(bucket.name()));
  }

  BucketOperations buckets() {
    return buckets;
  }

  S3Access access() {
    return access;
  }

  /** The operation a request asks for, done. */
  S3Response answer(S3Request request) throws IOException {
    List<String> unknown = request.present(UNKNOWN_SUBRESOURCES);
    if (!unknown.isEmpty()) {
      throw S3Failure.notImplemented(request.method() + " ?" + unknown.getFirst());
    }
    if (request.bucket().isEmpty()) {
      return serviceOperation(request);
    }
    if (!request.key().isEmpty() && request.has("tagging")) {
      throw S3Failure.notImplemented(request.method() + " of an object's tags");
    }
    return request.key().isEmpty() ? bucketOperation(request) : objectOperation(request);
  }

  private S3Response serviceOperation(S3Request request) {
    if (request.method().equals("GET")) {
      return buckets.listBuckets();
    }
    throw notImplemented(request);
  }

  private S3Response bucketOperation(S3Request request) throws IOException {
    String bucket = request.bucket();
    if (request.has("policy")) {
      return switch (request.method()) {
        case "PUT" -> buckets.putPolicy(request);
        case "GET" -> buckets.getPolicy(bucket);
        case "DELETE" -> buckets.deletePolicy(bucket);
        default -> throw notImplemented(request);
      };
    }
    if (request.has("cors")) {
      return switch (request.method()) {
        case "PUT" -> buckets.putCors(request);
        case "GET" -> buckets.getCors(bucket);
        case "DELETE" -> buckets.deleteCors(bucket);
        default -> throw notImplemented(request);
      };
    }
    if (BucketDocuments.knows(request)) {
      buckets.require(bucket);
      return documents.answer(request);
    }
    return wholeBucket(request);
  }

  private S3Response wholeBucket(S3Request request) throws IOException {
    String bucket = request.bucket();
    return switch (request.method()) {
      case "PUT" -> {
        S3Response made = buckets.create(bucket);
        documents.created(request);
        yield made;
      }
      case "HEAD" -> buckets.head(bucket);
      case "DELETE" -> {
        S3Response gone = buckets.delete(bucket);
        documents.deleted(bucket);
        yield gone;
      }
      case "GET" -> readBucket(request);
      case "POST" -> request.has("delete") ? objects.deleteMany(request) : refuse(request);
      default -> throw notImplemented(request);
    };
  }

  private S3Response readBucket(S3Request request) {
    if (request.has("uploads")) {
      return multipart.listUploads(request);
    }
    if (request.has("location")) {
      return buckets.location(request.bucket());
    }
    return new ObjectListing(buckets).listObjects(request);
  }

  private S3Response objectOperation(S3Request request) throws IOException {
    boolean ofUpload = request.has("uploadId");
    String source = request.header(CopySource.HEADER);
    return switch (request.method()) {
      case "PUT" -> {
        if (source != null) {
          CopySource from = CopySource.of(source);
          yield ofUpload ? multipart.copyPart(request, from) : objects.copy(request, from);
        }
        yield ofUpload ? multipart.part(request) : objects.put(request);
      }
      case "GET" -> ofUpload ? multipart.listParts(request) : objects.get(request);
      case "HEAD" -> objects.head(request);
      case "DELETE" -> ofUpload ? multipart.abort(request) : objects.delete(request);
      case "POST" -> {
        if (request.has("uploads")) {
          yield multipart.begin(request);
        }
        yield ofUpload ? multipart.complete(request) : refuse(request);
      }
      default -> throw notImplemented(request);
    };
  }

  private static S3Response refuse(S3Request request) {
    throw notImplemented(request);
  }

  private static S3Failure notImplemented(S3Request request) {
    return S3Failure.notImplemented(
        request.method() + " with " + Map.copyOf(request.query()).keySet());
  }
}
