package onair.awslocal.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.Upload;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a bucket that are kept as the documents they came in: tags, the block on public
 * access, lifecycle rules. Of the lifecycle rules one has an effect here: parts of an upload that
 * was begun too many days ago are gone when somebody asks for them.
 */
final class BucketDocuments {

  /** A document by the query parameter that names it, and what its absence is called. */
  private enum Kind {
    TAGGING("tagging", "NoSuchTagSet", 204),
    PUBLIC_ACCESS_BLOCK("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration", 200),
    LIFECYCLE("lifecycle", "NoSuchLifecycleConfiguration", 200);

    private final String parameter;
    private final String absent;
    private final int stored;

    Kind(String parameter, String absent, int stored) {
      this.parameter = parameter;
      this.absent = absent;
      this.stored = stored;
    }
  }

  /** The documents of one bucket, by the parameter that names them. */
  record Row(Map<String, String> documents) {
    Row {
      documents = Map.copyOf(documents);
    }
  }

  private static final int LONGEST = 256 * 1024;

  private final Table<Row> rows;
  private final InstantSource clock;

  BucketDocuments(StateStore state, InstantSource clock) {
    this.rows = state.table("s3-documents", Codecs.json(Row.class));
    this.clock = clock;
  }

  /** Whether a request is about one of these documents. */
  static boolean knows(S3Request request) {
    return kind(request).isPresent();
  }

  /** What a request about one of these documents is answered; its bucket is there. */
  S3Response answer(S3Request request) throws IOException {
    return answer(request, kind(request).orElseThrow());
  }

  private static Optional<Kind> kind(S3Request request) {
    return Arrays.stream(Kind.values()).filter(kind -> request.has(kind.parameter)).findFirst();
  }

  private S3Response answer(S3Request request, Kind kind) throws IOException {
    return switch (request.method()) {
      case "PUT" -> {
        put(request.bucket(), kind, read(SentBody.of(request)));
        yield S3Response.empty(kind.stored);
      }
      case "GET" -> {
        String document = get(request.bucket(), kind);
        if (document == null) {
          throw S3Failure.notFound(kind.absent, "The bucket has no " + kind.parameter + ".");
        }
        yield S3Response.xml(document.getBytes(StandardCharsets.UTF_8));
      }
      case "DELETE" -> {
        put(request.bucket(), kind, null);
        yield S3Response.empty(204);
      }
      default ->
          throw S3Failure.notImplemented(request.method() + " of the bucket's " + kind.parameter);
    };
  }

  /** Tags that came with the create itself. */
  void created(S3Request request) throws IOException {
    String body = new String(SentBody.of(request).readNBytes(LONGEST), StandardCharsets.UTF_8);
    if (body.isBlank()) {
      return;
    }
    List<S3Xml.Node> tags = new ArrayList<>();
    parse(body).all("Tags").forEach(node -> tags.addAll(node.all("Tag")));
    if (!tags.isEmpty()) {
      byte[] document =
          S3Xml.document(
              "Tagging",
              xml ->
                  xml.element(
                      "TagSet",
                      set -> {
                        for (S3Xml.Node tag : tags) {
                          set.element(
                              "Tag",
                              one ->
                                  one.text("Key", tag.first("Key"))
                                      .text("Value", tag.first("Value")));
                        }
                      }));
      put(request.bucket(), Kind.TAGGING, new String(document, StandardCharsets.UTF_8));
    }
  }

  void deleted(String bucket) {
    rows.remove(bucket);
  }

  /** Aborts what the bucket's rules no longer let wait for more parts. */
  void abortOldUploads(Bucket bucket) {
    String rules = get(bucket.name(), Kind.LIFECYCLE);
    if (rules == null) {
      return;
    }
    for (S3Xml.Node rule : parse(rules).all("Rule")) {
      for (S3Xml.Node abort : rule.all("AbortIncompleteMultipartUpload")) {
        String days = abort.first("DaysAfterInitiation");
        if (rule.first("Status").equals("Enabled") && days.matches("\\d{1,6}")) {
          abort(bucket, prefix(rule), Duration.ofDays(Integer.parseInt(days)));
        }
      }
    }
  }

  private void abort(Bucket bucket, String prefix, Duration age) {
    for (Upload upload : bucket.uploads()) {
      if (upload.key().startsWith(prefix) && upload.begun().plus(age).isBefore(clock.instant())) {
        bucket.abort(upload.id());
      }
    }
  }

  private static String prefix(S3Xml.Node rule) {
    return rule.all("Filter").isEmpty()
        ? rule.first("Prefix")
        : rule.all("Filter").getFirst().first("Prefix");
  }

  private @Nullable String get(String bucket, Kind kind) {
    return rows.get(bucket).map(row -> row.documents().get(kind.parameter)).orElse(null);
  }

  private synchronized void put(String bucket, Kind kind, @Nullable String document) {
    var documents = new HashMap<>(rows.get(bucket).map(Row::documents).orElse(Map.of()));
    if (document == null) {
      documents.remove(kind.parameter);
    } else {
      documents.put(kind.parameter, document);
    }
    rows.put(bucket, new Row(documents));
  }

  /** As it came, once it is known to be XML. */
  private static String read(InputStream in) throws IOException {
    String document = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    parse(document);
    return document;
  }

  private static S3Xml.Node parse(String document) {
    return S3Xml.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }
}
