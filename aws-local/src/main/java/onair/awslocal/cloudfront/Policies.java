package onair.awslocal.cloudfront;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import onair.awslocal.cloudfront.ConfigRows.Kind;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.IllegalDeleteException;
import software.amazon.awssdk.services.cloudfront.model.IllegalUpdateException;

/**
 * Policies of one kind: the managed ones of every account, which nobody changes, and an account's
 * own.
 */
final class Policies<C, R extends PolicyRow<C, R>> {

  /**
   * What differs between the kinds of policies.
   *
   * @param fresh makes a row of an id, an account, a version, a time and settings
   * @param managed by id
   * @param rules refuse settings
   * @param use the policy that a behavior names, if it names one
   */
  record Sort<C, R>(
      Kind kind,
      Fresh<C, R> fresh,
      Map<String, R> managed,
      Consumer<C> rules,
      Function<BehaviorView, @Nullable String> use) {

    @FunctionalInterface
    interface Fresh<C, R> {
      R row(String id, String accountId, String etag, Instant changedAt, C config);
    }
  }

  private static final String MANAGED = "managed";
  private static final String CUSTOM = "custom";

  private final Sort<C, R> sort;
  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final ConfigRows<R> rows;

  Policies(Sort<C, R> sort, Table<R> table, CloudFrontState state, Lifecycle lifecycle) {
    this.sort = sort;
    this.state = state;
    this.lifecycle = lifecycle;
    this.rows = new ConfigRows<>(sort.kind(), table);
  }

  R create(C config) {
    sort.rules().accept(config);
    return state.exclusively(
        () -> {
          R row =
              sort.fresh()
                  .row(
                      UUID.randomUUID().toString(),
                      CallContext.current().accountId(),
                      AwsIds.etag(),
                      lifecycle.now(),
                      config);
          rows.insert(row);
          return row;
        });
  }

  /** A managed one or one of the account's own; 404 when there is none. */
  R get(String id) {
    R managed = sort.managed().get(id);
    return managed == null ? rows.get(id) : managed;
  }

  /** {@code managed} or {@code custom}. */
  String type(R row) {
    return sort.managed().containsKey(row.id()) ? MANAGED : CUSTOM;
  }

  /**
   * One page.
   *
   * @param type {@code managed} or {@code custom}; null for both
   */
  Listing<R> list(@Nullable String type, @Nullable String marker, @Nullable String maxItems) {
    List<R> all = new ArrayList<>();
    if (!CUSTOM.equals(type)) {
      all.addAll(sort.managed().values());
    }
    if (!MANAGED.equals(type)) {
      all.addAll(rows.list());
    }
    return Listing.of(all, ConfigRow::id, marker, maxItems);
  }

  R update(String id, @Nullable String ifMatch, C config) {
    sort.rules().accept(config);
    return state.exclusively(
        () -> {
          if (sort.managed().containsKey(id)) {
            throw IllegalUpdateException.builder()
                .message("You cannot update a managed policy.")
                .build();
          }
          R changed = rows.version(id, ifMatch).changed(config, AwsIds.etag(), lifecycle.now());
          rows.replace(changed);
          return changed;
        });
  }

  void delete(String id, @Nullable String ifMatch) {
    state.exclusively(
        () -> {
          if (sort.managed().containsKey(id)) {
            throw IllegalDeleteException.builder()
                .message("You cannot delete a managed policy.")
                .build();
          }
          R row = rows.version(id, ifMatch);
          rows.remove(row, state.isUsed(behavior -> id.equals(sort.use().apply(behavior))));
          return row;
        });
  }
}
