package onair.awslocal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * Objects by key. A write is whole or not there; once it has returned, every reader sees it. Safe
 * for any number of threads.
 */
public final class Bucket {

  private final ObjectStore.BucketRow row;
  private final Path files;
  private final Table<StoredObject> rows;
  private final Table<Upload> uploads;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<String, StoredObject> objects =
      new ConcurrentSkipListMap<>(KeyOrder.BY_BYTES);

  Bucket(
      ObjectStore.BucketRow row,
      Path files,
      Table<StoredObject> rows,
      Table<Upload> uploads,
      InstantSource clock) {
    this.row = row;
    this.files = files;
    this.rows = rows;
    this.uploads = uploads;
    this.clock = clock;
    rows.list().forEach(object -> objects.put(object.key(), object));
    removeUnnamedFiles();
  }

  public String name() {
    return row.name();
  }

  public Instant created() {
    return row.created();
  }

  public boolean isEmpty() {
    return objects.isEmpty() && uploads.size() == 0;
  }

  /**
   * Writes an object, in place of one that has the key. Reads {@code bytes} to their end; when that
   * fails nothing changes.
   */
  public StoredObject put(String key, InputStream bytes, ObjectMeta meta) throws IOException {
    return put(key, bytes, () -> meta, WriteCondition.NONE);
  }

  /**
   * The same when the condition holds, before the bytes are read and when they replace what is
   * there.
   *
   * @param meta asked for when all bytes have been read
   */
  public StoredObject put(
      String key, InputStream bytes, Supplier<ObjectMeta> meta, WriteCondition condition)
      throws IOException {
    condition.require(objects.get(key));
    Written written = write(bytes);
    try {
      return replace(
          new StoredObject(
              key, written.size, written.md5, clock.instant(), meta.get(), written.file),
          condition);
    } catch (RuntimeException e) {
      deleteFile(written.file);
      throw e;
    }
  }

  public Optional<StoredObject> get(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The object as it is now, to be read and closed; empty when the key has none. */
  public Optional<OpenObject> open(String key) throws IOException {
    for (StoredObject now = objects.get(key); now != null; now = objects.get(key)) {
      try {
        return Optional.of(
            new OpenObject(
                now, FileChannel.open(files.resolve(now.file()), StandardOpenOption.READ)));
      } catch (NoSuchFileException e) {
        if (now.equals(objects.get(key))) {
          throw e; // not overwritten meanwhile: somebody took the file away
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The file that holds the bytes, for a program that reads it; never write to it. It is gone once
   * the key is overwritten or deleted.
   */
  public Path file(StoredObject object) {
    return files.resolve(object.file());
  }

  /** Says whether there was one. */
  public boolean delete(String key) {
    return delete(key, WriteCondition.NONE);
  }

  /** The same when the condition holds. */
  public synchronized boolean delete(String key, WriteCondition condition) {
    StoredObject gone = objects.get(key);
    condition.require(gone);
    if (gone == null) {
      return false;
    }
    objects.remove(key);
    rows.remove(key);
    deleteFile(gone.file());
    return true;
  }

  /**
   * One page of keys.
   *
   * @param delimiter empty for none
   * @param after keys and prefixes up to and with it are left out; null starts at the beginning
   * @param max of objects and prefixes together, at least 1
   */
  public Listing list(String prefix, String delimiter, @Nullable String after, int max) {
    List<StoredObject> found = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = null;
    String at = after == null || KeyOrder.BY_BYTES.compare(after, prefix) < 0 ? prefix : after;
    for (Map.Entry<String, StoredObject> entry : objects.tailMap(at).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        break;
      }
      String group = group(key, prefix, delimiter);
      String name = group == null ? key : group;
      boolean listed =
          after != null && KeyOrder.BY_BYTES.compare(name, after) <= 0 || name.equals(last);
      if (listed) {
        continue;
      }
      if (found.size() + prefixes.size() == max) {
        return new Listing(found, prefixes, last);
      }
      if (group == null) {
        found.add(entry.getValue());
      } else {
        prefixes.add(group);
      }
      last = name;
    }
    return new Listing(found, prefixes, null);
  }

  /** Begins a multipart upload and gives its id. */
  public String begin(String key, ObjectMeta meta) {
    String id = UUID.randomUUID().toString().replace("-", "");
    uploads.put(id, new Upload(id, key, meta, clock.instant(), Map.of()));
    return id;
  }

  /** An upload that is neither complete nor aborted. */
  public Optional<Upload> upload(String id) {
    return uploads.get(id);
  }

  /** Oldest first. */
  public List<Upload> uploads() {
    return uploads.list();
  }

  /**
   * Writes a part, in place of one of that number.
   *
   * @throws UploadRefused when there is no such upload
   */
  public Upload.Part part(String id, int number, InputStream bytes) throws IOException {
    Upload before = uploads.get(id).orElseThrow(() -> noSuchUpload(id));
    Written written = write(bytes);
    Upload.Part part = new Upload.Part(written.file, written.size, written.md5, clock.instant());
    if (uploads.update(id, upload -> upload.with(number, part)).isEmpty()) {
      deleteFile(written.file);
      throw noSuchUpload(id);
    }
    Upload.Part replaced = before.parts().get(number);
    if (replaced != null) {
      deleteFile(replaced.file());
    }
    return part;
  }

  /**
   * Makes the object of these parts, in this order.
   *
   * @param wanted part number and ETag without quotes, ascending
   * @throws UploadRefused when a part is missing, another, too small or out of order
   */
  public StoredObject complete(String id, List<Map.Entry<Integer, String>> wanted)
      throws IOException {
    return complete(id, wanted, WriteCondition.NONE);
  }

  /** The same when the condition holds for what has the upload's key. */
  public synchronized StoredObject complete(
      String id, List<Map.Entry<Integer, String>> wanted, WriteCondition condition)
      throws IOException {
    Upload upload = uploads.get(id).orElseThrow(() -> noSuchUpload(id));
    condition.require(objects.get(upload.key()));
    List<Upload.Part> parts = upload.chosen(wanted);
    MessageDigest digest = md5();
    String file = UUID.randomUUID().toString();
    long size = 0;
    try (OutputStream out =
        Files.newOutputStream(files.resolve(file), StandardOpenOption.CREATE_NEW)) {
      for (Upload.Part part : parts) {
        size += Files.copy(files.resolve(part.file()), out);
        digest.update(HexFormat.of().parseHex(part.etag()));
      }
    }
    sync(file);
    String etag = HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
    StoredObject object =
        replace(
            new StoredObject(upload.key(), size, etag, clock.instant(), upload.meta(), file),
            condition);
    abort(id);
    return object;
  }

  /** Forgets an upload and its parts; says whether there was one. */
  public boolean abort(String id) {
    Optional<Upload> upload = uploads.get(id);
    if (upload.isEmpty() || !uploads.remove(id)) {
      return false;
    }
    upload.get().parts().values().forEach(part -> deleteFile(part.file()));
    return true;
  }

  private synchronized StoredObject replace(StoredObject object, WriteCondition condition) {
    condition.require(objects.get(object.key()));
    rows.put(object.key(), object);
    StoredObject replaced = objects.put(object.key(), object);
    if (replaced != null) {
      deleteFile(replaced.file());
    }
    return object;
  }

  private Written write(InputStream bytes) throws IOException {
    String file = UUID.randomUUID().toString();
    Path path = files.resolve(file);
    MessageDigest digest = md5();
    try {
      long size = Files.copy(new DigestInputStream(bytes, digest), path);
      sync(file);
      return new Written(file, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private void sync(String file) throws IOException {
    try (FileChannel channel = FileChannel.open(files.resolve(file), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Readers that have the file open keep reading it to its end. */
  private void deleteFile(String file) {
    try {
      Files.deleteIfExists(files.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeUnnamedFiles() {
    Set<String> named = new HashSet<>();
    objects.values().forEach(object -> named.add(object.file()));
    uploads
        .list()
        .forEach(upload -> upload.parts().values().forEach(part -> named.add(part.file())));
    try (Stream<Path> all = Files.list(files)) {
      all.map(path -> path.getFileName().toString())
          .filter(name -> !named.contains(name))
          .sorted(Comparator.naturalOrder())
          .forEach(this::deleteFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String group(String key, String prefix, String delimiter) {
    if (delimiter.isEmpty()) {
      return null;
    }
    int end = key.indexOf(delimiter, prefix.length());
    return end < 0 ? null : key.substring(0, end + delimiter.length());
  }

  private static UploadRefused noSuchUpload(String id) {
    return new UploadRefused(
        UploadRefused.Reason.NO_SUCH_UPLOAD, "There is no multipart upload " + id + ".");
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }

  private record Written(String file, long size, String md5) {}
}
