package onair.awslocal;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Objects of S3, in one piece and in parts. */
final class StormObjects {

  private StormObjects() {}

  /** So long that a file is not written at once. */
  private static final int COPIES = 20_000;

  private static Map<String, String> objects(S3Client s3, String bucket) {
    return s3.listObjectsV2(l -> l.bucket(bucket)).contents().stream()
        .collect(
            toMap(
                object -> object.key(),
                object ->
                    shortened(
                        s3.getObjectAsBytes(o -> o.bucket(bucket).key(object.key()))
                            .asString(StandardCharsets.UTF_8))));
  }

  private static String shortened(String text) {
    String value = text.substring(0, Math.max(0, text.indexOf(';')));
    return text.equals((value + ";").repeat(COPIES)) ? value : "damaged";
  }

  record Objects(S3Client s3) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      s3.putObject(
          o -> o.bucket("storm").key(name), RequestBody.fromString((value + ";").repeat(COPIES)));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      s3.deleteObject(o -> o.bucket("storm").key(name));
    }

    @Override
    public Map<String, String> read() {
      return objects(s3, "storm");
    }
  }

  record MultipartObjects(S3Client s3) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String id = s3.createMultipartUpload(u -> u.bucket("parts").key(name)).uploadId();
      String etag =
          s3.uploadPart(
                  p -> p.bucket("parts").key(name).uploadId(id).partNumber(1),
                  RequestBody.fromString((value + ";").repeat(COPIES)))
              .eTag();
      s3.completeMultipartUpload(
          u ->
              u.bucket("parts")
                  .key(name)
                  .uploadId(id)
                  .multipartUpload(
                      m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
    }

    @Override
    public void update(String name, String value) {
      create(name, value);
    }

    @Override
    public void remove(String name) {
      s3.deleteObject(o -> o.bucket("parts").key(name));
    }

    @Override
    public Map<String, String> read() {
      return objects(s3, "parts");
    }
  }
}
