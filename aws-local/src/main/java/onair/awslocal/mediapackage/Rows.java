package onair.awslocal.mediapackage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/** All resources of one kind. */
final class Rows<T extends Row> {

  private static final int DEFAULT_PAGE = 50;

  private final String kind;
  private final Table<T> table;

  /**
   * @param kind as people read it in messages, such as {@code Channel}
   */
  Rows(String kind, Table<T> table) {
    this.kind = kind;
    this.table = table;
  }

  /** Lets the ledger write down what happens to them. */
  void watch(Ledger ledger, Watched<T> watched) {
    ledger.watch(table, watched);
  }

  Optional<T> find(Scope scope, String id) {
    return table.get(scope.key(id));
  }

  /** The resource, or 404. */
  T get(Scope scope, String id) {
    return find(scope, id).orElseThrow(() -> Refusals.notFound(kind, id));
  }

  /** 422 when there is one of this id. */
  void requireFree(Scope scope, String id) {
    if (find(scope, id).isPresent()) {
      throw Refusals.unprocessable(kind + " with id " + id + " already exists");
    }
  }

  List<T> all() {
    return table.list();
  }

  List<T> in(Scope scope) {
    return all().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  Page<T> page(
      Scope scope, Predicate<T> wanted, @Nullable Integer maxResults, @Nullable String nextToken) {
    try {
      int size = maxResults == null ? DEFAULT_PAGE : maxResults;
      List<T> rows = in(scope).stream().filter(wanted).toList();
      return Page.of(rows, Row::position, size, nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.unprocessable("The pagination token is not valid");
    }
  }

  void put(T row) {
    table.put(row.key(), row);
  }

  void remove(T row) {
    table.remove(row.key());
  }
}
