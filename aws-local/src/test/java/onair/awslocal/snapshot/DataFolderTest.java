package onair.awslocal.snapshot;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path root;

  @Test
  void aSnapshotKeepsWhatWasThereWhateverIsDoneToTheOriginals() throws IOException {
    write("state/t/1.row", "one");
    write("state/t/2.tmp", "unfinished");
    write("state/.lock", "");
    write("objects/s3/1/a", "bytes");
    try (DataFolder folder = new DataFolder(root)) {
      folder.snapshots().take("a");
      replace("state/t/1.row", "changed");
      Files.delete(root.resolve("objects/s3/1/a"));
      write("state/t/3.row", "new");
      Exchange exchange = folder.forSnapshot("a");
      exchange.make();
      exchange.keep();
      assertThat(content()).isEqualTo(Map.of("state/t/1.row", "one", "objects/s3/1/a", "bytes"));
      replace("state/t/1.row", "changed again");
      folder.forSnapshot("a").make();
      assertThat(content()).containsEntry("state/t/1.row", "one");
    }
  }

  @Test
  void anExchangeCanBeTakenBack() throws IOException {
    write("state/t/1.row", "one");
    write("objects/a", "bytes");
    try (DataFolder folder = new DataFolder(root)) {
      Exchange exchange = folder.forNothing();
      exchange.make();
      assertThat(content()).isEmpty();
      write("state/t/1.row", "of somebody who did not start");
      exchange.takeBack();
      assertThat(content()).isEqualTo(Map.of("state/t/1.row", "one", "objects/a", "bytes"));
    }
    assertThat(names(root)).doesNotContain("incoming", "outgoing");
  }

  @Test
  void anExchangeThatIsPreparedIsMadeByTheNextStart() throws IOException {
    write("state/t/1.row", "one");
    try (DataFolder folder = new DataFolder(root)) {
      folder.snapshots().take("a");
      replace("state/t/1.row", "two");
      folder.forSnapshot("a");
    }
    new DataFolder(root).close();
    assertThat(content()).isEqualTo(Map.of("state/t/1.row", "one"));
    assertThat(names(root)).containsExactlyInAnyOrder(".lock", "state", "objects", "snapshots");
  }

  /** The process may end between any two changes of the disk; all of them are tried. */
  @Test
  void anExchangeThatWasBrokenOffIsMadeToTheEndOrNotAtAll() throws IOException {
    Map<String, String> before = Map.of("state/t/1.row", "one", "objects/a", "bytes");
    Map<String, String> after = Map.of("state/t/9.row", "nine", "objects/b", "others");
    List<Set<Path>> stages = new ArrayList<>();
    for (int moved = 0; moved <= 4; moved++) {
      FileTrees.remove(root);
      before.forEach(this::write);
      after.forEach((name, text) -> write("incoming/" + name, text));
      write("incoming/prepared", "");
      List<String> done = List.of("state", "objects").subList(0, moved / 2);
      for (String part : done) {
        move(part, "outgoing/" + part);
        move("incoming/" + part, part);
      }
      if (moved % 2 == 1) {
        String part = List.of("state", "objects").get(moved / 2);
        move(part, "outgoing/" + part);
      }
      stages.add(paths());
      new DataFolder(root).close();
      assertThat(content()).as("after %s moves", moved).isEqualTo(after);
      assertThat(names(root)).containsExactlyInAnyOrder(".lock", "state", "objects");
    }
    assertThat(stages).as("are not the same").doesNotHaveDuplicates();

    FileTrees.remove(root);
    before.forEach(this::write);
    write("incoming/state/t/9.row", "nine");
    new DataFolder(root).close();
    assertThat(content()).as("what was not prepared").isEqualTo(before);
  }

  @Test
  void aSnapshotThatWasBrokenOffIsNotThere() throws IOException {
    write("snapshots/.5f6c/state/t/1.row", "one");
    try (DataFolder folder = new DataFolder(root)) {
      assertThat(folder.snapshots().list()).isEmpty();
    }
    assertThat(names(root.resolve("snapshots"))).isEmpty();
  }

  @Test
  void doesNotFollowLinksOutOfTheFolder(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("secret"), "secret");
    write("state/t/1.row", "one");
    Files.createSymbolicLink(root.resolve("state/t/2.row"), other.resolve("secret"));
    Files.createSymbolicLink(root.resolve("state/u"), other);
    try (DataFolder folder = new DataFolder(root)) {
      folder.snapshots().take("a");
      Exchange exchange = folder.forSnapshot("a");
      exchange.make();
      exchange.keep();
      assertThat(content()).isEqualTo(Map.of("state/t/1.row", "one"));
      assertThat(other.resolve("secret")).hasContent("secret");
    }
  }

  @Test
  void belongsToOneAtATime() {
    try (DataFolder folder = new DataFolder(root)) {
      assertThat(folder.state()).isEqualTo(root.resolve("state"));
      assertThatThrownBy(() -> new DataFolder(root))
          .hasMessageContaining("in use by another aws-local");
    }
    new DataFolder(root).close();
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As rows are. */
  private void replace(String name, String text) throws IOException {
    write(name + ".new", text);
    Files.move(
        root.resolve(name + ".new"), root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private void move(String from, String to) throws IOException {
    Files.createDirectories(root.resolve(to).getParent());
    Files.move(root.resolve(from), root.resolve(to));
  }

  /** Of state and objects, by path. */
  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (String part : List.of("state", "objects")) {
      if (!Files.exists(root.resolve(part))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.getFileName().toString().equals(".lock")) {
            content.put(root.relativize(file).toString(), Files.readString(file));
          }
        }
      }
    }
    return content;
  }

  private Set<Path> paths() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.collect(toSet());
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }
}
