package onair.awslocal.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a folder to one process, and to one user in it, until closed or killed. */
public final class FolderLock implements AutoCloseable {

  private final FileChannel file;

  /**
   * Makes the folder when it is missing.
   *
   * @param what the folder is to people, such as {@code state folder}
   * @throws IllegalStateException when somebody else has it
   */
  public FolderLock(Path folder, String what) {
    try {
      Files.createDirectories(folder);
      this.file =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(file) == null) {
        file.close();
        throw new IllegalStateException(
            "The " + what + " " + folder + " is in use by another aws-local.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The " + what + " " + folder + " cannot be used.", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
