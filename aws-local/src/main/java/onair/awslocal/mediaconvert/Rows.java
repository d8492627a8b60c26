package onair.awslocal.mediaconvert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/** All resources of one kind. */
final class Rows<T extends Row> {

  private static final int DEFAULT_SIZE = 20;

  private final String kind;
  private final Table<T> table;

  /**
   * @param kind as people read it in messages, such as {@code queue}
   */
  Rows(String kind, Table<T> table) {
    this.kind = kind;
    this.table = table;
  }

  /** Lets the ledger write down what happens to them. */
  void watch(Ledger ledger, Watched<T> watched) {
    ledger.watch(table, watched);
  }

  Optional<T> find(Scope scope, @Nullable String name) {
    return name == null ? Optional.empty() : table.get(scope.key(name));
  }

  /** 404 when there is none. */
  T get(Scope scope, @Nullable String name) {
    return find(scope, name)
        .orElseThrow(() -> Refusals.notFound("The " + kind + " " + name + " does not exist"));
  }

  List<T> all() {
    return table.list();
  }

  List<T> in(Scope scope) {
    return all().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  /** 409 when the name is taken. */
  void insert(T row) {
    if (!table.insert(row.scope().key(row.name()), row)) {
      throw Refusals.conflict("The " + kind + " " + row.name() + " exists already");
    }
  }

  void put(T row) {
    table.put(row.scope().key(row.name()), row);
  }

  void remove(T row) {
    table.remove(row.scope().key(row.name()));
  }

  /** One page of these rows, oldest or newest first; 400 when the token is none of ours. */
  static <T extends Row> Page<T> page(
      List<T> rows,
      Predicate<T> wanted,
      boolean newestFirst,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    List<T> found = rows.stream().filter(wanted).toList();
    return cut(found, row -> position(row, newestFirst), maxResults, nextToken);
  }

  private static <T> Page<T> cut(
      List<T> rows,
      Function<T, String> position,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    try {
      return Page.of(rows, position, maxResults == null ? DEFAULT_SIZE : maxResults, nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.badRequest("Invalid nextToken");
    }
  }

  /**
   * One page of these rows by name, or oldest or newest first.
   *
   * @param byName whether names count, not ages
   */
  static <T extends Row> Page<T> page(
      List<T> rows,
      Predicate<T> wanted,
      boolean byName,
      boolean descending,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    if (!byName) {
      return page(rows, wanted, descending, maxResults, nextToken);
    }
    List<T> found = rows.stream().filter(wanted).sorted(Comparator.comparing(Row::name)).toList();
    List<T> ordered = descending ? found.reversed() : found;
    Map<String, String> places = new HashMap<>();
    ordered.forEach(row -> places.put(row.name(), "%09d".formatted(places.size())));
    return cut(ordered, row -> places.getOrDefault(row.name(), ""), maxResults, nextToken);
  }

  private static String position(Row row, boolean newestFirst) {
    long created = row.createdAt().toEpochMilli();
    return "%019d/%s".formatted(newestFirst ? Long.MAX_VALUE - created : created, row.name());
  }
}
