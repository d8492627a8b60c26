package onair.awslocal.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.state.Table;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/** What is done to buckets: create, list, delete, their policy and CORS rules. */
final class BucketOperations {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

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
