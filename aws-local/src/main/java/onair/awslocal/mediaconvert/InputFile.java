package onair.awslocal.mediaconvert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;

/** Takes an object's bytes as a file that nobody overwrites. */
final class InputFile {

  private InputFile() {}

  /**
   * @param file is made: another name for the object's file where the disk can do that, else a copy
   * @return the object; empty when the key has none
   */
  static Optional<StoredObject> take(Bucket bucket, String key, Path file) throws IOException {
    Optional<StoredObject> object = bucket.get(key);
    if (object.isEmpty()) {
      return object;
    }
    try {
      Files.createLink(file, bucket.file(object.get()));
      return object;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return copy(bucket, key, file); // overwritten meanwhile, or on another disk
    }
  }

  private static Optional<StoredObject> copy(Bucket bucket, String key, Path file)
      throws IOException {
    Optional<OpenObject> open = bucket.open(key);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (OpenObject object = open.get();
        InputStream bytes = object.from(0)) {
      Files.copy(bytes, file);
      return Optional.of(object.object());
    }
  }
}
