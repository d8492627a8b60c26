package onair.awslocal.mediatailor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one kind by ARN, as callers of one account and region see them.
 *
 * @param <T> a row
 */
final class ArnTable<T> {

  private static final int DEFAULT_PAGE = 100;

  /**
   * What differs between the kinds.
   *
   * @param type as ARNs name it, such as {@code vodSource}
   * @param noun as messages name it, such as {@code VOD source}
   * @param tags of a row; empty for kinds without
   * @param retag the same row with other tags
   */
  record Kind<T>(
      String type,
      String noun,
      Function<T, String> arn,
      Function<T, Map<String, String>> tags,
      BiFunction<T, Map<String, String>, T> retag) {

    /** A kind whose resources cannot be tagged. */
    static <T> Kind<T> untagged(String type, String noun, Function<T, String> arn) {
      return new Kind<>(
          type,
          noun,
          arn,
          row -> Map.of(),
          (row, tags) -> {
            throw Refusals.invalid("There are no tags of a " + noun);
          });
    }
  }

  private final Kind<T> kind;
  private final Table<T> table;

  ArnTable(Kind<T> kind, Table<T> table) {
    this.kind = kind;
    this.table = table;
  }

  /** Lets the ledger write down what happens to them. */
  void watch(Ledger ledger, Watched<T> watched) {
    ledger.watch(table, watched);
  }

  /** The ARN that a resource with these names, from the outside in, has or would have. */
  String arn(String... names) {
    return Scope.current().arn("mediatailor", kind.type() + "/" + String.join("/", names));
  }

  Optional<T> find(String... names) {
    return table.get(arn(names));
  }

  /** 404 when there is none. */
  T get(String... names) {
    return find(names)
        .orElseThrow(() -> Refusals.notFound("The " + kind.noun() + " " + String.join("/", names)));
  }

  /** Refused when the name is taken. */
  void insert(T row) {
    if (!table.insert(kind.arn().apply(row), row)) {
      throw Refusals.invalid("The " + kind.noun() + " exists already: " + kind.arn().apply(row));
    }
  }

  void put(T row) {
    table.put(kind.arn().apply(row), row);
  }

  void remove(T row) {
    table.remove(kind.arn().apply(row));
  }

  /** All within these names. */
  List<T> in(String... parents) {
    String prefix = arn(parents) + (parents.length == 0 ? "" : "/");
    return table.list().stream().filter(row -> kind.arn().apply(row).startsWith(prefix)).toList();
  }

  /** One page of rows, by ARN. */
  Page<T> page(List<T> rows, @Nullable Integer size, @Nullable String token) {
    return page(rows, kind.arn(), size, token);
  }

  /** One page in the order of positions. */
  static <T> Page<T> page(
      List<T> rows, Function<T, String> position, @Nullable Integer size, @Nullable String token) {
    try {
      return Page.of(rows, position, size == null ? DEFAULT_PAGE : size, token);
    } catch (Page.BadToken e) {
      throw Refusals.invalid("The pagination token is not valid");
    }
  }

  /** The tags of a resource, when it is one of these. */
  Optional<Map<String, String>> tags(String arn) {
    return own(arn).map(kind.tags());
  }

  /** Says whether there is such a resource. */
  boolean retag(String arn, UnaryOperator<Map<String, String>> change) {
    return own(arn).isPresent()
        && table
            .update(arn, row -> kind.retag().apply(row, change.apply(kind.tags().apply(row))))
            .isPresent();
  }

  private Optional<T> own(String arn) {
    return arn.startsWith(arn("")) ? table.get(arn) : Optional.empty();
  }
}
