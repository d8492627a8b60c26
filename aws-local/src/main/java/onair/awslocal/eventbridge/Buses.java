package onair.awslocal.eventbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/** All event buses. */
final class Buses {

  private final Table<BusRow> table;
  private final Lifecycle lifecycle;

  Buses(StateStore store, Lifecycle lifecycle) {
    this.table = store.table("eventbridge-buses", Codecs.json(BusRow.class));
    this.lifecycle = lifecycle;
  }

  /** The bus a caller names by name or ARN; no name is the default bus. */
  BusRow get(Scope scope, @Nullable String nameOrArn) {
    String name = nameOf(nameOrArn);
    return find(scope, name).orElseThrow(() -> EventErrors.noSuchBus(name));
  }

  Optional<BusRow> find(Scope scope, String name) {
    return name.equals(BusRow.DEFAULT)
        ? Optional.of(table.get(scope.key(name)).orElseGet(() -> BusRow.standard(scope)))
        : table.get(scope.key(name));
  }

  /** The default bus first. */
  List<BusRow> list(Scope scope) {
    List<BusRow> all = new ArrayList<>();
    all.add(get(scope, null));
    table.list().stream()
        .filter(bus -> bus.scope().equals(scope) && !bus.name().equals(BusRow.DEFAULT))
        .forEach(all::add);
    return all;
  }

  BusRow create(Scope scope, String name, @Nullable String description, Map<String, String> tags) {
    if (name.contains("/") || name.equals(BusRow.DEFAULT)) {
      throw name.equals(BusRow.DEFAULT)
          ? EventErrors.busExists(name)
          : EventErrors.invalid("Event bus name must not contain '/'.");
    }
    BusRow bus =
        new BusRow(scope.accountId(), scope.region(), name, description, tags, lifecycle.now());
    if (!table.insert(scope.key(name), bus)) {
      throw EventErrors.busExists(name);
    }
    return bus;
  }

  /** One that does not exist is as good as deleted. */
  void delete(BusRow bus) {
    table.remove(bus.scope().key(bus.name()));
  }

  void setTags(BusRow bus, UnaryOperator<Map<String, String>> change) {
    String key = bus.scope().key(bus.name());
    table.insert(key, bus); // the default bus gets its row with its first tag
    table.update(key, row -> row.withTags(change.apply(row.tags())));
  }

  static String nameOf(@Nullable String nameOrArn) {
    if (nameOrArn == null) {
      return BusRow.DEFAULT;
    }
    int name = nameOrArn.indexOf(":event-bus/");
    return name < 0 ? nameOrArn : nameOrArn.substring(name + ":event-bus/".length());
  }
}
