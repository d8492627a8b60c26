package onair.awslocal.eventbridge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** Calls that are about buses, and tags of buses and rules. */
final class BusCalls {

  private final Buses buses;
  private final Rules rules;

  BusCalls(Buses buses, Rules rules) {
    this.buses = buses;
    this.rules = rules;
  }

  CreateEventBusResponse create(CreateEventBusRequest request) {
    if (request.eventSourceName() != null) {
      throw EventErrors.notImplemented("partner event buses");
    }
    BusRow bus =
        buses.create(
            Scope.current(), request.name(), request.description(), tagMap(request.tags()));
    return CreateEventBusResponse.builder()
        .eventBusArn(bus.arn())
        .description(bus.description())
        .build();
  }

  DescribeEventBusResponse describe(BusRow bus) {
    return DescribeEventBusResponse.builder()
        .name(bus.name())
        .arn(bus.arn())
        .description(bus.description())
        .creationTime(bus.createdAt())
        .lastModifiedTime(bus.createdAt())
        .build();
  }

  ListEventBusesResponse list(ListEventBusesRequest request) {
    String prefix = request.namePrefix() == null ? "" : request.namePrefix();
    List<BusRow> named =
        buses.list(Scope.current()).stream().filter(bus -> bus.name().startsWith(prefix)).toList();
    var page = Pages.of(named, BusRow::name, request.limit(), request.nextToken());
    return ListEventBusesResponse.builder()
        .eventBuses(page.items().stream().map(BusCalls::shape).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private static EventBus shape(BusRow bus) {
    return EventBus.builder()
        .name(bus.name())
        .arn(bus.arn())
        .description(bus.description())
        .creationTime(bus.createdAt())
        .lastModifiedTime(bus.createdAt())
        .build();
  }

  void delete(String nameOrArn) {
    String name = Buses.nameOf(nameOrArn);
    if (name.equals(BusRow.DEFAULT)) {
      throw EventErrors.invalid("Cannot delete event bus default.");
    }
    buses
        .find(Scope.current(), name)
        .ifPresent(
            bus -> {
              if (!rules.list(bus).isEmpty()) {
                throw EventErrors.invalid("Event bus can't be deleted since it has rules.");
              }
              buses.delete(bus);
            });
  }

  List<Tag> tags(String arn) {
    return new TreeMap<>(tagsOf(arn))
        .entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
  }

  void tag(String arn, List<Tag> tags) {
    change(
        arn,
        old -> {
          Map<String, String> changed = new HashMap<>(old);
          changed.putAll(tagMap(tags));
          return changed;
        });
  }

  void untag(String arn, List<String> keys) {
    change(
        arn,
        old -> {
          Map<String, String> changed = new HashMap<>(old);
          changed.keySet().removeAll(keys);
          return changed;
        });
  }

  private Map<String, String> tagsOf(String arn) {
    return isRule(arn) ? rule(arn).tags() : bus(arn).tags();
  }

  private void change(String arn, UnaryOperator<Map<String, String>> change) {
    if (isRule(arn)) {
      RuleRow rule = rule(arn);
      BusRow bus = buses.get(rule.scope(), rule.bus());
      rules.update(bus, rule.name(), row -> row.withTags(change.apply(row.tags())));
    } else {
      buses.setTags(bus(arn), change);
    }
  }

  private RuleRow rule(String arn) {
    return rules
        .byArn(arn)
        .orElseThrow(() -> EventErrors.notFound("Rule " + arn + " does not exist."));
  }

  private BusRow bus(String arn) {
    BusRow bus = buses.get(Scope.current(), arn);
    if (!bus.arn().equals(arn)) {
      throw EventErrors.notFound("Resource " + arn + " does not exist.");
    }
    return bus;
  }

  private static boolean isRule(String arn) {
    return arn.contains(":rule/");
  }

  static Map<String, String> tagMap(List<Tag> tags) {
    Map<String, String> map = new HashMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }
}
