package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

  @TempDir Path folder;

  record Row(String text) {}

  @Test
  void areThereAfterARestart() {
    try (StateStore store = new StateStore(folder)) {
      Table<Row> notes = store.notes("notes", Codecs.json(Row.class));
      notes.put("a", new Row("1"));
      notes.put("a", new Row("2"));
      notes.put("b", new Row("3"));
      notes.remove("b");
    }
    try (StateStore store = new StateStore(folder)) {
      assertThat(store.notes("notes", Codecs.json(Row.class)).list()).containsExactly(new Row("2"));
    }
  }

  @Test
  void aDamagedOneIsDroppedWhereADamagedRowIsNot() throws Exception {
    try (StateStore store = new StateStore(folder)) {
      store.notes("notes", Codecs.json(Row.class)).put("a", new Row("1"));
      store.table("rows", Codecs.json(Row.class)).put("a", new Row("1"));
    }
    Files.write(folder.resolve("notes/000000000001.row"), new byte[0]);
    Files.write(folder.resolve("rows/000000000001.row"), new byte[0]);
    try (StateStore store = new StateStore(folder)) {
      Table<Row> notes = store.notes("notes", Codecs.json(Row.class));
      assertThat(notes.list()).isEmpty();
      notes.put("b", new Row("2"));
      assertThatThrownBy(() -> store.table("rows", Codecs.json(Row.class)))
          .isInstanceOf(DamagedState.class);
    }
    try (StateStore store = new StateStore(folder)) {
      assertThat(store.notes("notes", Codecs.json(Row.class)).list()).containsExactly(new Row("2"));
    }
  }
}
