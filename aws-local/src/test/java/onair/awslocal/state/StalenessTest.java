package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import onair.awslocal.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock();
  private StateStore store;
  private Table<Row> table;

  record Row(String name, int n) {}

  @BeforeEach
  void open() {
    store = new StateStore(folder, clock);
    table = store.table("rows", Codecs.json(Row.class));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLateListIsTheListAsItWas() {
    table.put("a", new Row("a", 1));
    table.put("b", new Row("b", 1));
    clock.pass(Duration.ofSeconds(10));
    table.put("a", new Row("a", 2));
    table.remove("b");
    table.put("c", new Row("c", 1));
    clock.pass(Duration.ofSeconds(2));
    assertThat(listed(Duration.ofSeconds(1)))
        .containsExactly(new Row("a", 2), new Row("c", 1))
        .isEqualTo(table.list());
    assertThat(listed(Duration.ofSeconds(5))).containsExactly(new Row("a", 1), new Row("b", 1));
    assertThat(listed(Duration.ofSeconds(60))).isEmpty();
  }

  @Test
  void onlyListsAreLate() {
    table.put("a", new Row("a", 1));
    Staleness.of(
        Duration.ofMinutes(1),
        () -> {
          assertThat(table.list()).isEmpty();
          assertThat(table.get("a")).isPresent();
          assertThat(table.size()).isEqualTo(1);
          assertThat(table.insert("a", new Row("a", 2))).isFalse();
          return true;
        });
  }

  @Test
  void refusesToBeLaterThanItRemembers() {
    assertThatThrownBy(() -> listed(Staleness.MAX.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyMomentOfARandomHistoryCanBeListed() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, Row> model = new TreeMap<>();
    List<List<Row>> moments = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String key = "k" + random.nextInt(8);
      if (random.nextInt(3) == 0) {
        table.remove(key);
        model.remove(key);
      } else {
        table.put(key, new Row(key, i));
        model.put(key, new Row(key, i));
      }
      moments.add(List.copyOf(model.values()));
      clock.pass(Duration.ofSeconds(1));
    }
    for (int i = 0; i < moments.size(); i++) {
      assertThat(listed(Duration.ofSeconds(moments.size() - i)))
          .as("after change %d, seed %d", i, seed)
          .containsExactlyInAnyOrderElementsOf(moments.get(i));
    }
  }

  private List<Row> listed(Duration age) {
    return Staleness.of(age, () -> table.list());
  }
}
