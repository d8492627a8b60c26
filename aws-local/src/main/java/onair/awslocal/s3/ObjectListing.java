package onair.awslocal.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.Listing;
import onair.awslocal.store.StoredObject;

/** ListObjects in both versions. */
record ObjectListing(BucketOperations buckets) {

  /** The canonical id of every bucket's owner; there is one account with buckets. */
  private static final String OWNER = "0".repeat(64);

  S3Response listObjects(S3Request request) {
    Bucket bucket = buckets.require(request.bucket());
    String prefix = request.parameter("prefix", "");
    String delimiter = request.parameter("delimiter", "");
    int max = request.number("max-keys", 1000, 0, Integer.MAX_VALUE);
    boolean first = !request.parameter("list-type", "1").equals("2");
    String token = first ? null : request.query().get("continuation-token");
    String after =
        token == null ? request.query().get(first ? "marker" : "start-after") : key(token);
    Listing page =
        max == 0
            ? new Listing(List.of(), List.of(), null)
            : bucket.list(prefix, delimiter, after, Math.min(max, 1000));
    return S3Response.xml(
        S3Xml.document("ListBucketResult", xml -> write(xml, request, page, Math.min(max, 1000))));
  }

  /** A key in a form no client takes for one. */
  private static String token(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
  }

  private static String key(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw S3Failure.invalid("InvalidArgument", "The continuation token provided is incorrect");
    }
  }

  private static void write(S3Xml xml, S3Request request, Listing page, int max)
      throws XMLStreamException {
    String next = page.next();
    xml.text("Name", request.bucket())
        .text("Prefix", request.parameter("prefix", ""))
        .text("KeyCount", page.objects().size() + page.prefixes().size())
        .text("MaxKeys", max)
        .text("IsTruncated", next != null);
    if (request.has("delimiter")) {
      xml.text("Delimiter", request.parameter("delimiter", ""));
    }
    if (next != null) {
      boolean first = !request.parameter("list-type", "1").equals("2");
      xml.text(first ? "NextMarker" : "NextContinuationToken", first ? next : token(next));
    }
    for (String echoed : List.of("continuation-token", "start-after")) {
      if (request.has(echoed)) {
        String name = echoed.equals("start-after") ? "StartAfter" : "ContinuationToken";
        xml.text(name, request.parameter(echoed, ""));
      }
    }
    boolean owned = request.parameter("fetch-owner", "").equals("true");
    for (StoredObject object : page.objects()) {
      xml.element(
          "Contents",
          one -> {
            one.text("Key", object.key())
                .text("LastModified", BucketOperations.time(object.modified()))
                .text("ETag", ObjectOperations.quoted(object.etag()))
                .text("Size", object.size())
                .text("StorageClass", "STANDARD");
            if (owned) {
              one.element("Owner", owner -> owner.text("ID", OWNER));
            }
          });
    }
    for (String prefix : page.prefixes()) {
      xml.element("CommonPrefixes", one -> one.text("Prefix", prefix));
    }
  }
}
