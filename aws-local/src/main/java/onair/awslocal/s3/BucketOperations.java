package onair.awslocal.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.state.Table;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.Listing;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What is done to buckets: create, list, delete, their policy and CORS rules, and their listing.
 */
final class BucketOperations {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** The canonical id of every bucket's owner; there is one account with buckets. */
  private static final String OWNER = "0".repeat(64);

  /** Bytes of a policy or another setting. */
  private static final int MOST_SETTINGS = 20 * 1024;

  /** Source: Amazon S3 User Guide, "General purpose buckets naming rules". */
  private static final Pattern NAME =
      Pattern.compile("(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final ObjectStore store;
  private final Table<BucketSettings> settings;
  private final BucketHosts hosts;

  BucketOperations(ObjectStore store, Table<BucketSettings> settings, BucketHosts hosts) {
    this.store = store;
    this.settings = settings;
    this.hosts = hosts;
  }

  Bucket require(String name) {
    return store.bucket(name).orElseThrow(() -> S3Failure.noSuchBucket(name));
  }

  BucketSettings settings(String bucket) {
    return settings.get(bucket).orElse(BucketSettings.NONE);
  }

  S3Response listBuckets() {
    return S3Response.xml(
        S3Xml.document(
            "ListAllMyBucketsResult",
            xml ->
                xml.element(
                    "Buckets",
                    all -> {
                      for (Bucket bucket : store.buckets()) {
                        all.element(
                            "Bucket",
                            one ->
                                one.text("Name", bucket.name())
                                    .text("CreationDate", time(bucket.created())));
                      }
                    })));
  }

  S3Response create(String name) {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw S3Failure.invalid("InvalidBucketName", "The specified bucket is not valid: " + name);
    }
    if (!store.create(name)) {
      throw S3Failure.conflict(
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    hosts.open(name);
    return S3Response.empty(200).with("Location", "/" + name);
  }

  S3Response delete(String name) {
    require(name);
    if (!store.removeEmpty(name)) {
      throw S3Failure.conflict("BucketNotEmpty", "The bucket you tried to delete is not empty.");
    }
    hosts.close(name);
    settings.remove(name);
    return S3Response.empty(204);
  }

  S3Response head(String name) {
    require(name);
    return S3Response.empty(200).with("x-amz-bucket-region", hosts.region());
  }

  /** The oldest region has no name here. Source: Amazon S3 API Reference, "GetBucketLocation". */
  S3Response location(String name) {
    require(name);
    String region = hosts.region().equals("us-east-1") ? "" : hosts.region();
    return S3Response.xml(S3Xml.document("LocationConstraint", xml -> xml.characters(region)));
  }

  S3Response putPolicy(S3Request request) throws IOException {
    require(request.bucket());
    String policy = new String(SentBody.of(request).readNBytes(MOST_SETTINGS), UTF_8);
    try {
      ResourcePolicy.parse(policy);
    } catch (MalformedPolicy e) {
      throw S3Failure.invalid("MalformedPolicy", String.valueOf(e.getMessage()));
    }
    settings.put(request.bucket(), settings(request.bucket()).withPolicy(policy));
    return S3Response.empty(204);
  }

  S3Response getPolicy(String name) {
    require(name);
    String policy = settings(name).policy();
    if (policy == null) {
      throw S3Failure.notFound("NoSuchBucketPolicy", "The bucket policy does not exist");
    }
    byte[] bytes = policy.getBytes(UTF_8);
    return new S3Response(
        200,
        Map.of("Content-Type", "application/json"),
        bytes.length,
        () -> new ByteArrayInputStream(bytes));
  }

  S3Response deletePolicy(String name) {
    require(name);
    settings.put(name, settings(name).withPolicy(null));
    return S3Response.empty(204);
  }

  S3Response putCors(S3Request request) {
    require(request.bucket());
    List<BucketSettings.CorsRule> rules =
        S3Xml.read(SentBody.of(request)).all("CORSRule").stream()
            .map(BucketOperations::rule)
            .toList();
    if (rules.isEmpty() || rules.size() > 100) {
      throw S3Failure.invalid("MalformedXML", "A CORS configuration has 1 to 100 rules.");
    }
    settings.put(request.bucket(), settings(request.bucket()).withCors(rules));
    return S3Response.empty(200);
  }

  S3Response getCors(String name) {
    require(name);
    List<BucketSettings.CorsRule> rules = settings(name).cors();
    if (rules.isEmpty()) {
      throw S3Failure.notFound("NoSuchCORSConfiguration", "The CORS configuration does not exist");
    }
    return S3Response.xml(
        S3Xml.document(
            "CORSConfiguration",
            xml -> {
              for (BucketSettings.CorsRule rule : rules) {
                xml.element("CORSRule", one -> write(one, rule));
              }
            }));
  }

  S3Response deleteCors(String name) {
    require(name);
    settings.put(name, settings(name).withCors(List.of()));
    return S3Response.empty(204);
  }

  S3Response listObjects(S3Request request) {
    Bucket bucket = require(request.bucket());
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
                .text("LastModified", time(object.modified()))
                .text("ETag", "\"" + object.etag() + "\"")
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

  private static BucketSettings.CorsRule rule(S3Xml.Node node) {
    String age = node.first("MaxAgeSeconds");
    return new BucketSettings.CorsRule(
        texts(node, "AllowedOrigin"),
        texts(node, "AllowedMethod"),
        texts(node, "AllowedHeader"),
        texts(node, "ExposeHeader"),
        age.matches("\\d{1,9}") ? Integer.parseInt(age) : 0);
  }

  private static List<String> texts(S3Xml.Node node, String name) {
    return node.all(name).stream().map(S3Xml.Node::text).toList();
  }

  private static void write(S3Xml xml, BucketSettings.CorsRule rule) throws XMLStreamException {
    writeAll(xml, "AllowedOrigin", rule.origins());
    writeAll(xml, "AllowedMethod", rule.methods());
    writeAll(xml, "AllowedHeader", rule.headers());
    writeAll(xml, "ExposeHeader", rule.exposed());
    xml.text("MaxAgeSeconds", rule.maxAgeSeconds());
  }

  private static void writeAll(S3Xml xml, String name, List<String> values)
      throws XMLStreamException {
    for (String value : values) {
      xml.text(name, value);
    }
  }

  static String time(@Nullable Instant instant) {
    return TIME.format(instant);
  }
}
