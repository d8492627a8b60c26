package onair.awslocal.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one table. Names are sequence numbers only, so no key can point outside the folder.
 */
final class RowFiles {

  private static final String ROW = ".row";
  private static final String UNFINISHED = ".tmp";

  private final Path folder;
  private final WriteGate writes;
  private final boolean forced;

  /**
   * @param forced whether writes wait for the disk, not only for the operating system
   */
  RowFiles(Path folder, WriteGate writes, boolean forced) {
    this.folder = folder;
    this.writes = writes;
    this.forced = forced;
    try {
      Files.createDirectories(folder);
      for (Path leftover : named(UNFINISHED)) {
        Files.delete(leftover);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The state folder " + folder + " cannot be used.", e);
    }
  }

  boolean areForced() {
    return forced;
  }

  /** Sequence numbers of all rows, ascending. */
  List<Long> sequences() {
    return named(ROW).stream()
        .map(file -> file.getFileName().toString())
        .map(name -> Long.valueOf(name.substring(0, name.length() - ROW.length())))
        .sorted()
        .toList();
  }

  Path file(long sequence) {
    return folder.resolve(String.format(Locale.ROOT, "%012d%s", sequence, ROW));
  }

  byte[] read(long sequence) {
    try {
      return Files.readAllBytes(file(sequence));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On return the bytes are under the row's name, whole, whatever becomes of this process. */
  void write(long sequence, byte[] bytes) {
    writes.write(() -> replace(sequence, bytes));
  }

  void delete(long sequence) {
    writes.write(() -> remove(sequence));
  }

  private void replace(long sequence, byte[] bytes) {
    Path unfinished = folder.resolve(sequence + UNFINISHED);
    try {
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        if (forced) {
          channel.force(true);
        }
      }
      Files.move(
          unfinished,
          file(sequence),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write state to " + folder, e);
    }
  }

  private void remove(long sequence) {
    try {
      Files.deleteIfExists(file(sequence));
      syncFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove state from " + folder, e);
    }
  }

  private void syncFolder() throws IOException {
    if (!forced) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private List<Path> named(String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
