package onair.awslocal;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.LocalClock;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/** The clock as it is set, among the other state: a restart and a snapshot keep it. */
final class KeptClock {

  private static final String KEY = "clock";

  /** One row, or none for the system's time. */
  private record Row(Duration offset, @Nullable Instant frozenAt) {}

  private KeptClock() {}

  /** Sets the clock as it was, and keeps how it is set from now on. */
  static void keep(LocalClock clock, StateStore store) {
    Table<Row> table = store.table("clock", Codecs.json(Row.class));
    table
        .get(KEY)
        .ifPresent(row -> clock.set(new LocalClock.Setting(row.offset(), row.frozenAt())));
    clock.onSet(setting -> table.put(KEY, new Row(setting.offset(), setting.frozenAt())));
  }
}
