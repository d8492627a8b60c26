package onair.awslocal.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ByteRange;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;
import onair.awslocal.store.Upload;
import onair.awslocal.store.UploadRefused;

/**
 * Uploads in parts. Source: Amazon S3 User Guide, "Uploading and copying objects using multipart
 * upload".
 */
final class MultipartOperations {
  static final int MOST_PARTS = 10_000;

  private final BucketOperations buckets;
  private final BucketDocuments documents;

  MultipartOperations(BucketOperations buckets, BucketDocuments documents) {
    this.buckets = buckets;
    this.documents = documents;
  }

  S3Response begin(S3Request request) {
    ObjectOperations.requireKey(request.key());
    String id = buckets.require(request.bucket()).begin(request.key(), ObjectHeaders.meta(request));
    return S3Response.xml(
        S3Xml.document(
            "InitiateMultipartUploadResult",
            xml ->
                xml.text("Bucket", request.bucket())
                    .text("Key", request.key())
                    .text("UploadId", id)));
  }

  S3Response part(S3Request request) throws IOException {
    SentBody body = SentBody.of(request);
    Upload.Part part = write(request, body);
    S3Response answer = S3Response.empty(200).with("ETag", ObjectOperations.quoted(part.etag()));
    for (Map.Entry<String, String> each : body.checksums().entrySet()) {
      answer = answer.with("x-amz-checksum-" + each.getKey(), each.getValue());
    }
    return answer;
  }

  S3Response copyPart(S3Request request, CopySource source) throws IOException {
    Upload.Part part;
    try (OpenObject original = source.open(buckets, request)) {
      Optional<ByteRange> range = CopySource.range(request, original.object());
      part = write(request, range.isEmpty() ? original.from(0) : original.part(range.get()));
    }
    return S3Response.xml(
        S3Xml.document(
            "CopyPartResult",
            xml ->
                xml.text("ETag", ObjectOperations.quoted(part.etag()))
                    .text("LastModified", BucketOperations.time(part.modified()))));
  }

  private Upload.Part write(S3Request request, InputStream bytes) throws IOException {
    Bucket bucket = buckets.require(request.bucket());
    int number = request.number("partNumber", 0, 1, MOST_PARTS);
    if (number == 0) {
      throw S3Failure.invalid("InvalidArgument", "partNumber is missing.");
    }
    Upload upload = require(bucket, request);
    try {
      return bucket.part(upload.id(), number, bytes);
    } catch (UploadRefused e) {
      throw failure(e);
    }
  }

  S3Response complete(S3Request request) throws IOException {
    Bucket bucket = buckets.require(request.bucket());
    Upload upload = require(bucket, request);
    List<Map.Entry<Integer, String>> parts = new ArrayList<>();
    for (S3Xml.Node part : S3Xml.read(SentBody.of(request)).all("Part")) {
      String number = part.first("PartNumber");
      if (!number.matches("\\d{1,5}")) {
        throw S3Failure.invalid("MalformedXML", "A part has a PartNumber.");
      }
      parts.add(Map.entry(Integer.parseInt(number), part.first("ETag").replace("\"", "")));
    }
    if (parts.isEmpty()) {
      throw S3Failure.invalid("MalformedXML", "An upload has at least one part.");
    }
    try {
      StoredObject object =
          bucket.complete(upload.id(), parts, Preconditions.of(request).forWriting());
      return S3Response.xml(
          S3Xml.document(
              "CompleteMultipartUploadResult",
              xml ->
                  xml.text("Location", "/" + request.bucket() + "/" + request.key())
                      .text("Bucket", request.bucket())
                      .text("Key", request.key())
                      .text("ETag", ObjectOperations.quoted(object.etag()))));
    } catch (UploadRefused e) {
      throw failure(e);
    }
  }

  S3Response abort(S3Request request) {
    Bucket bucket = buckets.require(request.bucket());
    bucket.abort(require(bucket, request).id());
    return S3Response.empty(204);
  }

  S3Response listParts(S3Request request) {
    Upload upload = require(buckets.require(request.bucket()), request);
    int after = request.number("part-number-marker", 0, 0, MOST_PARTS);
    int max = request.number("max-parts", 1000, 1, 1000);
    List<Map.Entry<Integer, Upload.Part>> rest =
        List.copyOf(new TreeMap<>(upload.parts()).tailMap(after, false).entrySet());
    List<Map.Entry<Integer, Upload.Part>> page = rest.subList(0, Math.min(max, rest.size()));
    return S3Response.xml(
        S3Xml.document(
            "ListPartsResult",
            xml -> {
              xml.text("Bucket", request.bucket())
                  .text("Key", upload.key())
                  .text("UploadId", upload.id())
                  .text("MaxParts", max)
                  .text("IsTruncated", page.size() < rest.size());
              if (page.size() < rest.size()) {
                xml.text("NextPartNumberMarker", page.getLast().getKey());
              }
              for (Map.Entry<Integer, Upload.Part> part : page) {
                xml.element(
                    "Part",
                    one ->
                        one.text("PartNumber", part.getKey())
                            .text("ETag", ObjectOperations.quoted(part.getValue().etag()))
                            .text("Size", part.getValue().size())
                            .text(
                                "LastModified", BucketOperations.time(part.getValue().modified())));
              }
            }));
  }

  S3Response listUploads(S3Request request) {
    Bucket bucket = buckets.require(request.bucket());
    documents.abortOldUploads(bucket);
    String prefix = request.parameter("prefix", "");
    return S3Response.xml(
        S3Xml.document(
            "ListMultipartUploadsResult",
            xml -> {
              xml.text("Bucket", request.bucket())
                  .text("Prefix", prefix)
                  .text("IsTruncated", false);
              for (Upload upload : bucket.uploads()) {
                if (upload.key().startsWith(prefix)) {
                  xml.element(
                      "Upload",
                      one ->
                          one.text("Key", upload.key())
                              .text("UploadId", upload.id())
                              .text("Initiated", BucketOperations.time(upload.begun())));
                }
              }
            }));
  }

  private Upload require(Bucket bucket, S3Request request) {
    documents.abortOldUploads(bucket);
    return bucket
        .upload(request.parameter("uploadId", ""))
        .filter(upload -> upload.key().equals(request.key()))
        .orElseThrow(S3Failure::noSuchUpload);
  }

  private static S3Failure failure(UploadRefused refused) {
    String message = String.valueOf(refused.getMessage());
    return switch (refused.reason()) {
      case NO_SUCH_UPLOAD -> S3Failure.noSuchUpload();
      case INVALID_PART -> S3Failure.invalid("InvalidPart", message);
      case INVALID_PART_ORDER -> S3Failure.invalid("InvalidPartOrder", message);
      case ENTITY_TOO_SMALL -> S3Failure.invalid("EntityTooSmall", message);
    };
  }
}
