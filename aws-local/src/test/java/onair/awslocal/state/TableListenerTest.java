package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableListenerTest {

  @TempDir Path folder;

  record Row(int n) {}

  @Test
  void hearsOfNewChangedAndRemovedRowsAndOfNothingElse() {
    try (StateStore store = new StateStore(folder)) {
      Table<Row> table = store.table("rows", Codecs.json(Row.class));
      List<String> heard = new ArrayList<>();
      table.onChange((key, before, after) -> heard.add(key + ": " + before + " -> " + after));
      table.put("a", new Row(1));
      table.put("a", new Row(1));
      assertThat(table.insert("a", new Row(2))).isFalse();
      assertThat(table.update("a", row -> new Row(3))).isPresent();
      assertThat(table.removeIf("a", row -> row.n() == 1)).isFalse();
      assertThat(table.remove("a")).isTrue();
      assertThat(heard)
          .containsExactly("a: null -> Row[n=1]", "a: Row[n=1] -> Row[n=3]", "a: Row[n=3] -> null");
    }
  }

  @Test
  void isToldOfTheRowsFoundAtTheStart() {
    try (StateStore store = new StateStore(folder)) {
      Table<Row> table = store.table("rows", Codecs.json(Row.class));
      table.put("b", new Row(1));
      table.put("a", new Row(2));
    }
    try (StateStore store = new StateStore(folder)) {
      List<String> heard = new ArrayList<>();
      store
          .table("rows", Codecs.json(Row.class))
          .onChange((key, before, after) -> heard.add(key + ": " + before + " -> " + after));
      assertThat(heard).containsExactly("b: null -> Row[n=1]", "a: null -> Row[n=2]");
    }
  }

  @Test
  void aListenerThatFailsKeepsNobodyFromAnything() {
    try (StateStore store = new StateStore(folder)) {
      Table<Row> table = store.table("rows", Codecs.json(Row.class));
      List<String> heard = new ArrayList<>();
      table.onChange(
          (key, before, after) -> {
            throw new IllegalStateException("of no use");
          });
      table.onChange((key, before, after) -> heard.add(key));
      table.put("a", new Row(1));
      assertThat(table.get("a")).contains(new Row(1));
      assertThat(heard).containsExactly("a");
    }
  }

  @Test
  void hearsEveryChangeOfARowOnceAndInOrderWhileManyWrite() throws Exception {
    try (StateStore store = new StateStore(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Table<Row> table = store.table("rows", Codecs.json(Row.class));
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        String key = "key" + writer % 2;
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    if (!table.insert(key, new Row(1))) {
                      table.update(key, row -> new Row(row.n() + 1));
                    }
                  }
                }));
      }
      ConcurrentHashMap<String, List<Integer>> heard = new ConcurrentHashMap<>();
      table.onChange(
          (key, before, after) ->
              heard.computeIfAbsent(key, any -> new ArrayList<>()).add(after.n()));
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(heard.keySet()).containsExactlyInAnyOrder("key0", "key1");
      heard
          .values()
          .forEach(
              numbers -> {
                assertThat(numbers.getLast()).isEqualTo(100);
                for (int i = 1; i < numbers.size(); i++) {
                  assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
                }
              });
    }
  }
}
