package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateStoreTest {

  record Thing(
      String name, int count, @Nullable Instant at, List<String> tags, Map<String, String> more) {
    static Thing of(String name) {
      return new Thing(name, 0, null, List.of(), Map.of());
    }

    Thing plusOne() {
      return new Thing(name, count + 1, at, tags, more);
    }
  }

  @TempDir Path folder;

  @Test
  void givesTheSameRowsInTheSameOrderAfterARestart() {
    Thing full =
        new Thing(
            "ü\n\"",
            -1,
            Instant.parse("2026-11-22T10:00:00.123456789Z"),
            List.of("b", "a"),
            Map.of("k", "v"));
    try (StateStore store = new StateStore(folder)) {
      Table<Thing> things = table(store);
      things.put("z", Thing.of("first"));
      things.put("a", full);
      things.put("m", Thing.of("gone"));
      things.put("b", Thing.of("last"));
      things.put("z", Thing.of("first, changed"));
      assertThat(things.remove("m")).isTrue();
    }
    try (StateStore store = new StateStore(folder)) {
      Table<Thing> things = table(store);
      assertThat(things.list()).containsExactly(Thing.of("first, changed"), full, Thing.of("last"));
      assertThat(things.get("a")).contains(full);
      assertThat(things.get("m")).isEmpty();
      things.put("new", Thing.of("new"));
      assertThat(things.list()).last().isEqualTo(Thing.of("new"));
      assertThat(things.size()).isEqualTo(4);
    }
  }

  @Test
  void insertsOnceAndRemovesOnlyWhatIsAsExpected() {
    try (StateStore store = new StateStore(folder)) {
      Table<Thing> things = table(store);
      assertThat(things.insert("a", Thing.of("one"))).isTrue();
      assertThat(things.insert("a", Thing.of("two"))).isFalse();
      assertThat(things.get("a")).contains(Thing.of("one"));
      assertThat(things.removeIf("a", thing -> thing.name().equals("two"))).isFalse();
      assertThat(things.removeIf("a", thing -> thing.name().equals("one"))).isTrue();
      assertThat(things.remove("a")).isFalse();
    }
  }

  @Test
  void changesNothingWhenAnUpdateThrowsOrThereIsNoRow() {
    try (StateStore store = new StateStore(folder)) {
      Table<Thing> things = table(store);
      things.put("a", Thing.of("one"));
      assertThatThrownBy(
              () ->
                  things.update(
                      "a",
                      thing -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(things.get("a")).contains(Thing.of("one"));
      assertThat(things.update("b", Thing::plusOne)).isEmpty();
    }
  }

  @Test
  void losesNoUpdateOfManyThreads() {
    try (StateStore store = new StateStore(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Table<Thing> things = table(store);
      things.put("a", Thing.of("a"));
      IntStream.range(0, 200)
          .mapToObj(i -> threads.submit(() -> things.update("a", Thing::plusOne)))
          .toList()
          .forEach(
              task -> {
                assertThat(task).succeedsWithin(java.time.Duration.ofSeconds(60));
              });
      assertThat(things.get("a").orElseThrow().count()).isEqualTo(200);
    }
    try (StateStore store = new StateStore(folder)) {
      assertThat(table(store).get("a").orElseThrow().count()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../outside",
        "/etc/passwd",
        "..",
        "",
        "a/b/c",
        "C:\\x",
        "\u0000",
        "💡",
        "con",
        ".lock",
        "a\nb"
      })
  void noKeyLeavesTheFolder(String key) throws IOException {
    Path root = folder.resolve("deep/er/state");
    try (StateStore store = new StateStore(root)) {
      table(store).put(key, Thing.of(key));
    }
    try (StateStore store = new StateStore(root)) {
      assertThat(table(store).get(key)).contains(Thing.of(key));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()))
          .containsExactlyInAnyOrder(".lock", "things/000000000001.row");
    }
  }

  @Test
  void aVeryLongKeyIsAKeyToo() {
    String key = "k".repeat(100_000);
    try (StateStore store = new StateStore(folder)) {
      table(store).put(key, Thing.of("x"));
    }
    try (StateStore store = new StateStore(folder)) {
      assertThat(table(store).get(key)).contains(Thing.of("x"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "", "A", "a/b", ".", "-a", "a b"})
  void tableNamesAreFolderNames(String name) {
    try (StateStore store = new StateStore(folder)) {
      assertThatThrownBy(() -> store.table(name, Codecs.json(Thing.class)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void letsOneProcessInAtATime() {
    try (StateStore store = new StateStore(folder)) {
      assertThatThrownBy(() -> new StateStore(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another aws-local");
      assertThatThrownBy(
              () -> {
                table(store);
                table(store);
              })
          .hasMessageContaining("already open");
    }
    new StateStore(folder).close();
  }

  @Test
  void leftoversOfAnInterruptedWriteAreRemoved() throws IOException {
    try (StateStore store = new StateStore(folder)) {
      table(store).put("a", Thing.of("a"));
    }
    Path half = Files.writeString(folder.resolve("things/2.tmp"), "\"b\"\n{\"na");
    try (StateStore store = new StateStore(folder)) {
      assertThat(table(store).list()).containsExactly(Thing.of("a"));
      assertThat(half).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"key\"", "\"key\"\nnonsense", "key\n{}", "\u0000\u0001"})
  void namesADamagedFile(String content) throws IOException {
    Path file = Files.createDirectories(folder.resolve("things")).resolve("000000000007.row");
    Files.writeString(file, content);
    try (StateStore store = new StateStore(folder)) {
      assertThatThrownBy(() -> table(store))
          .isInstanceOf(DamagedState.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("Move it away");
    }
  }

  @Test
  void keepsTheOldRowWhenTheDiskRefuses() throws IOException {
    try (StateStore store = new StateStore(folder)) {
      Table<Thing> things = table(store);
      things.put("a", Thing.of("old"));
      // A folder where the file should be replaced: no such write can succeed.
      Path row = folder.resolve("things/000000000001.row");
      Files.delete(row);
      Files.createDirectories(row.resolve("in-the-way"));
      assertThatThrownBy(() -> things.put("a", Thing.of("new")))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(things.get("a")).contains(Thing.of("old"));
    }
  }

  private static Table<Thing> table(StateStore store) {
    return store.table("things", Codecs.json(Thing.class));
  }
}
