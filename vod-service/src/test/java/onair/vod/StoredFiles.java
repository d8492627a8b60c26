package onair.vod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in the bucket. */
record StoredFiles(S3Client s3) {

  private static final String BUCKET = "onair-test-000000000000-vod";

  List<String> keys(String prefix) {
    return s3
        .listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  byte[] bytes(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
  }

  String text(String key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  /** All files of an asset, in a folder of its own. */
  Path downloaded(String asset, Path folder) {
    try {
      for (String key : keys("vod/" + asset + "/")) {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(key));
      }
      return folder.resolve("vod/" + asset);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
