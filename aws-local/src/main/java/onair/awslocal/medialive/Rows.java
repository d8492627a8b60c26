package onair.awslocal.medialive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Index;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

/** All resources of one kind. */
final class Rows<T extends Row> {

  private static final int FIRST_ID = 1_000_000;
  private static final int LAST_ID = 9_999_999;

  private final String kind;
  private final Table<T> table;
  private final Index<T> byScope;
  private final Index<T> byRequest;

  /**
   * @param kind as people read it in messages, such as {@code channel}
   */
  Rows(String kind, Table<T> table) {
    this.kind = kind;
    this.table = table;
    this.byScope =
        new Index<>(table, row -> row.isDeleted() ? Set.of() : Set.of(row.scope().key("")));
    this.byRequest =
        new Index<>(
            table,
            row ->
                row.requestId() == null
                    ? Set.of()
                    : Set.of(row.scope().key(String.valueOf(row.requestId()))));
  }

  /** Lets the ledger write down what happens to them. */
  void watch(Ledger ledger, Watched<T> watched) {
    ledger.watch(table, watched);
  }

  Optional<T> find(Scope scope, String id) {
    return table.get(id).filter(row -> row.scope().equals(scope));
  }

  /** The resource, also one that is deleted but still remembered; 404 when there is none. */
  T get(Scope scope, @Nullable String id) {
    return Optional.ofNullable(id)
        .flatMap(known -> find(scope, known))
        .orElseThrow(() -> notFound(id));
  }

  /** The resource; 404 also for one that is deleted. */
  T existing(Scope scope, @Nullable String id) {
    T row = get(scope, id);
    if (row.isDeleted()) {
      throw notFound(id);
    }
    return row;
  }

  private NotFoundException notFound(@Nullable String id) {
    return Refusals.notFound(kind, id);
  }

  /** The resource by its id alone, for steps that run outside a call. */
  Optional<T> get(String id) {
    return table.get(id);
  }

  List<T> all() {
    return table.list();
  }

  /** All of a scope that are not deleted. */
  List<T> in(Scope scope) {
    return all().stream().filter(row -> row.scope().equals(scope) && !row.isDeleted()).toList();
  }

  /** How many there are of a scope that are not deleted. */
  int count(Scope scope) {
    return byScope.count(scope.key(""));
  }

  /** What a create call with this idempotency token made. */
  Optional<T> createdBy(Scope scope, @Nullable String requestId) {
    return requestId == null
        ? Optional.empty()
        : byRequest.find(scope.key(requestId)).stream().findFirst();
  }

  /** Finds them by something else. */
  Index<T> index(Function<T, Set<String>> terms) {
    return new Index<>(table, terms);
  }

  /** One page of what is not deleted; 400 when the token is none of ours. */
  Page<T> page(Scope scope, @Nullable Integer maxResults, @Nullable String nextToken) {
    return Pages.of(in(scope), Row::position, maxResults, nextToken);
  }

  void put(T row) {
    table.put(row.id(), row);
  }

  void remove(String id) {
    table.remove(id);
  }

  /** Seven digits that no resource of this kind has. */
  String freshId() {
    String id;
    do {
      id = String.valueOf(ThreadLocalRandom.current().nextInt(FIRST_ID, LAST_ID + 1));
    } while (table.get(id).isPresent());
    return id;
  }
}
