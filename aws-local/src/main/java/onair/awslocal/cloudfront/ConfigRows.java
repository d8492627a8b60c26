package onair.awslocal.cloudfront;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** All resources of one kind; a caller sees those of its account. */
final class ConfigRows<R extends ConfigRow> {

  /** An exception of the service that still wants its message. */
  @FunctionalInterface
  interface Refusal extends Supplier<AwsServiceException.Builder> {

    default AwsServiceException of(String message) {
      return get().message(message).build();
    }
  }

  /**
   * How a kind is spoken of, and what its errors are.
   *
   * @param noun such as {@code key group}
   * @param max per account
   */
  record Kind(
      String noun, int max, Refusal missing, Refusal taken, Refusal tooMany, Refusal inUse) {}

  private final Kind kind;
  private final LongSupplier most;
  private final Table<R> table;

  ConfigRows(Kind kind, Table<R> table) {
    this(kind, kind::max, table);
  }

  /**
   * @param most per account, in place of the kind's own
   */
  ConfigRows(Kind kind, LongSupplier most, Table<R> table) {
    this.kind = kind;
    this.most = most;
    this.table = table;
  }

  /** By age. */
  List<R> list() {
    String account = CallContext.current().accountId();
    return table.list().stream().filter(row -> row.accountId().equals(account)).toList();
  }

  /** 404 when there is none. */
  R get(String id) {
    return find(id).orElseThrow(() -> kind.missing().of("The " + kind.noun() + " does not exist."));
  }

  Optional<R> find(String id) {
    String account = CallContext.current().accountId();
    return table.get(id).filter(row -> row.accountId().equals(account));
  }

  /** Refused when the name is taken or the account has as many as it may. */
  void insert(R row) {
    requireFreeName(row);
    long limit = most.getAsLong();
    if (list().size() >= limit) {
      throw kind.tooMany()
          .of("An account has at most " + limit + " of this kind: " + kind.noun() + ".");
    }
    table.put(row.id(), row);
  }

  /** Refused when another one has the name. */
  void replace(R row) {
    requireFreeName(row);
    table.put(row.id(), row);
  }

  /** The row, when it is the version that the caller saw. */
  R version(String id, @Nullable String ifMatch) {
    R row = get(id);
    Versions.require(ifMatch, row.etag());
    return row;
  }

  /** 409 when something uses it. */
  void remove(R row, boolean used) {
    if (used) {
      throw kind.inUse().of("The " + kind.noun() + " is in use.");
    }
    table.remove(row.id());
  }

  private void requireFreeName(R row) {
    boolean taken =
        list().stream()
            .anyMatch(other -> !other.id().equals(row.id()) && other.name().equals(row.name()));
    if (taken) {
      throw kind.taken()
          .of("There is a " + kind.noun() + " with the name " + row.name() + " already.");
    }
  }
}
