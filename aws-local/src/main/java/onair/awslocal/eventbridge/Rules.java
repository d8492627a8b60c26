package onair.awslocal.eventbridge;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** All rules. */
final class Rules {

  private final Table<RuleRow> table;

  Rules(StateStore store) {
    this.table =
        store.table("eventbridge-rules", SdkRows.codec(RuleRow.class, List.of(Target.class)));
  }

  /** Lets the ledger write down what happens to them. */
  void record(Ledger ledger) {
    ledger.watch(table, "events", "rule", RuleRow::arn, RuleRow::state);
  }

  RuleRow get(BusRow bus, String name) {
    return find(bus, name).orElseThrow(() -> EventErrors.noSuchRule(name, bus.name()));
  }

  Optional<RuleRow> find(BusRow bus, String name) {
    return table.get(key(bus, name));
  }

  /** By age. */
  List<RuleRow> list(BusRow bus) {
    return table.list().stream()
        .filter(rule -> rule.bus().equals(bus.name()) && rule.scope().equals(bus.scope()))
        .toList();
  }

  Optional<RuleRow> byArn(String arn) {
    return table.list().stream().filter(rule -> rule.arn().equals(arn)).findFirst();
  }

  /** Inserts a rule, or changes what exists under its name. */
  RuleRow put(BusRow bus, RuleRow rule, UnaryOperator<RuleRow> change) {
    return table.insert(key(bus, rule.name()), rule) ? rule : update(bus, rule.name(), change);
  }

  RuleRow update(BusRow bus, String name, UnaryOperator<RuleRow> change) {
    return table
        .update(key(bus, name), change)
        .orElseThrow(() -> EventErrors.noSuchRule(name, bus.name()));
  }

  /** Removes a rule that has no targets. */
  void delete(BusRow bus, String name) {
    boolean removed = table.removeIf(key(bus, name), rule -> rule.targets().isEmpty());
    if (!removed && find(bus, name).isPresent()) {
      throw EventErrors.invalid("Rule can't be deleted since it has targets.");
    }
  }

  private static String key(BusRow bus, String rule) {
    return bus.scope().key(bus.name() + "/" + rule);
  }
}
