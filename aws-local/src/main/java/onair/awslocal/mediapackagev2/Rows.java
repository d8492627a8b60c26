package onair.awslocal.mediapackagev2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Index;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceTypeNotFound;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** All resources of one kind. */
final class Rows<T extends Row> {

  private static final int DEFAULT_PAGE = 50;

  private final ResourceTypeNotFound kind;
  private final Table<T> table;
  private final Index<T> byToken;

  Rows(ResourceTypeNotFound kind, Table<T> table) {
    this.kind = kind;
    this.table = table;
    this.byToken =
        new Index<>(
            table,
            row ->
                row.token() == null
                    ? Set.of()
                    : Set.of(row.scope().key(String.valueOf(row.token()))));
  }

  /** Lets the ledger write down what happens to them. */
  void watch(Ledger ledger, Watched<T> watched) {
    ledger.watch(table, watched);
  }

  Optional<T> find(Scope scope, String path) {
    return table.get(scope.key(path));
  }

  /** The resource, or 404. */
  T get(Scope scope, String path) {
    return find(scope, path).orElseThrow(() -> Refusals.notFound(kind, path));
  }

  List<T> all() {
    return table.list();
  }

  /**
   * What lies directly or indirectly below a path.
   *
   * @param parent such as {@code group/channel}; empty for everything in the scope
   */
  List<T> below(Scope scope, String parent) {
    String prefix = parent.isEmpty() ? "" : parent + "/";
    return table.list().stream()
        .filter(row -> row.scope().equals(scope) && row.path().startsWith(prefix))
        .toList();
  }

  Page<T> page(
      Scope scope, String parent, @Nullable Integer maxResults, @Nullable String nextToken) {
    return page(below(scope, parent), maxResults, nextToken);
  }

  Page<T> page(List<T> rows, @Nullable Integer maxResults, @Nullable String nextToken) {
    try {
      int size = maxResults == null ? DEFAULT_PAGE : maxResults;
      return Page.of(rows, Row::position, size, nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.invalid(
          ValidationExceptionType.INVALID_PAGINATION_TOKEN, "The pagination token is not valid");
    }
  }

  /**
   * The resource an earlier call with the same token made. A token that was used for something
   * else, or a name that is taken, is a conflict.
   */
  Optional<T> repeated(Scope scope, String path, @Nullable String token, String fingerprint) {
    Optional<T> earlier =
        token == null ? Optional.empty() : byToken.find(scope.key(token)).stream().findFirst();
    if (earlier.isPresent() && !earlier.get().fingerprint().equals(fingerprint)) {
      throw Refusals.conflict(
          ConflictExceptionType.IDEMPOTENT_PARAMETER_MISMATCH,
          "The client token was used with other parameters");
    }
    if (earlier.isEmpty() && find(scope, path).isPresent()) {
      throw Refusals.conflict(
          ConflictExceptionType.RESOURCE_ALREADY_EXISTS, "The resource exists already: " + path);
    }
    return earlier;
  }

  void put(T row) {
    table.put(row.key(), row);
  }

  void remove(T row) {
    table.remove(row.key());
  }
}
