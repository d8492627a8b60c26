package onair.awslocal.secretsmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;

/** All secrets, and what may be done with them. Gone ones are removed when somebody looks. */
final class Secrets {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@!-]+");
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int RANDOM_END = 6;

  private final Table<SecretRow> table;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Secrets(StateStore store, InstantSource clock) {
    this.table = store.table("secretsmanager-secrets", Codecs.json(SecretRow.class));
    this.clock = clock;
  }

  /** Lets the ledger write down what happens to them. */
  void record(Ledger ledger) {
    ledger.watch(
        table,
        "secretsmanager",
        "secret",
        SecretRow::arn,
        row -> row.isDeleted() ? "SCHEDULED_FOR_DELETION" : "EXISTS");
  }

  /** A repeated token with the same value gives the secret it made. */
  SecretRow create(
      String name,
      @Nullable String description,
      @Nullable String kmsKeyId,
      Map<String, String> tags,
      String token,
      @Nullable SecretValue value) {
    if (!NAME.matcher(name).matches()) {
      throw Refusals.invalidParameter(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@!");
    }
    checkTags(tags);
    var scope = Scope.current();
    return exclusively(
        () -> {
          Optional<SecretRow> known = named(scope, name);
          if (known.isPresent()) {
            return repeated(known.get(), token, value);
          }
          Instant now = clock.instant();
          String arn = scope.arn("secretsmanager", "secret:" + name + "-" + randomEnd());
          SecretRow row =
              new SecretRow(
                  scope, name, arn, description, kmsKeyId, tags, List.of(), now, now, null);
          SecretRow made = value == null ? row : row.plus(current(token, value, now));
          table.put(arn, made);
          return made;
        });
  }

  /** Also one that is deleted but can be restored; 400 ResourceNotFound when there is none. */
  SecretRow any(@Nullable String id) {
    return find(Scope.current(), id).orElseThrow(Refusals::noSecret);
  }

  /** One that is not deleted. */
  SecretRow get(@Nullable String id) {
    return usable(any(id));
  }

  Optional<SecretRow> find(Scope scope, @Nullable String id) {
    return in(scope).stream().filter(row -> id != null && row.isMeantBy(id)).findFirst();
  }

  /** All of a scope, deleted ones that can be restored among them. */
  List<SecretRow> in(Scope scope) {
    Instant now = clock.instant();
    for (SecretRow row : table.list()) {
      if (row.isGone(now)) {
        table.removeIf(row.arn(), current -> current.isGone(now));
      }
    }
    return table.list().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  SecretRow put(@Nullable String id, String token, SecretValue value, List<String> stages) {
    return change(id, row -> plus(row, token, value, stages));
  }

  /** A repeated token with the same value changes nothing. */
  private SecretRow plus(SecretRow row, String token, SecretValue value, List<String> stages) {
    Optional<VersionRow> known = row.version(token);
    if (known.isPresent()) {
      requireSame(known.get(), value);
      return row;
    }
    return row.plus(new VersionRow(token, value, stages, clock.instant()));
  }

  /**
   * Changes what is given, all or nothing.
   *
   * @param value of a new current version; null for none
   */
  SecretRow update(
      @Nullable String id,
      @Nullable String text,
      @Nullable String kmsKeyId,
      String token,
      @Nullable SecretValue value) {
    return change(
        id,
        row -> {
          SecretRow described = row.described(text, kmsKeyId, clock.instant());
          return value == null
              ? described
              : plus(described, token, value, List.of(VersionRow.CURRENT));
        });
  }

  /**
   * Moves a stage from one version to another, or takes it away.
   *
   * @param from the version that has it; null when none has
   * @param to null to take it away
   */
  SecretRow move(@Nullable String id, String stage, @Nullable String from, @Nullable String to) {
    return change(
        id,
        row -> {
          Optional<String> holder = row.staged(stage).map(VersionRow::id);
          requireVersion(row, from);
          requireVersion(row, to);
          if (to == null && (from == null || stage.equals(VersionRow.CURRENT))) {
            throw Refusals.invalidParameter("You can only move " + stage + ", not take it away.");
          }
          if (from != null && !holder.equals(Optional.of(from))) {
            throw Refusals.invalidParameter(
                "The staging label " + stage + " isn't attached to version " + from + ".");
          }
          if (from == null && holder.isPresent() && !holder.get().equals(to)) {
            throw Refusals.invalidParameter(
                "The staging label "
                    + stage
                    + " is attached to version "
                    + holder.get()
                    + ", which RemoveFromVersionId must name.");
          }
          return holder.equals(Optional.ofNullable(to))
              ? row
              : row.moved(stage, to, clock.instant());
        });
  }

  private static void requireVersion(SecretRow row, @Nullable String version) {
    if (version != null && row.version(version).isEmpty()) {
      throw Refusals.notFound(
          "Secrets Manager can't find the specified secret version: " + version + ".");
    }
  }

  SecretRow tag(@Nullable String id, Map<String, String> tags) {
    return change(
        id,
        row -> {
          Map<String, String> all = Tags.merged(row.tags(), tags);
          checkTags(all);
          return row.tagged(all, clock.instant());
        });
  }

  SecretRow untag(@Nullable String id, List<String> keys) {
    return change(id, row -> row.tagged(Tags.without(row.tags(), keys), clock.instant()));
  }

  /** It can be restored until then. */
  SecretRow delete(@Nullable String id, Duration window) {
    return change(id, row -> row.deleted(clock.instant().plus(window)));
  }

  /** Gone at once; deleted and unknown ones are no error. */
  Optional<SecretRow> deleteForGood(@Nullable String id) {
    var scope = Scope.current();
    return exclusively(
        () -> {
          Optional<SecretRow> row = find(scope, id);
          row.ifPresent(found -> table.remove(found.arn()));
          return row;
        });
  }

  SecretRow restore(@Nullable String id) {
    return exclusively(
        () -> {
          SecretRow restored = any(id).deleted(null);
          table.put(restored.arn(), restored);
          return restored;
        });
  }

  Instant now() {
    return clock.instant();
  }

  private SecretRow change(@Nullable String id, UnaryOperator<SecretRow> change) {
    return exclusively(
        () -> {
          SecretRow changed = change.apply(get(id));
          table.put(changed.arn(), changed);
          return changed;
        });
  }

  private Optional<SecretRow> named(Scope scope, String name) {
    return in(scope).stream().filter(row -> row.name().equals(name)).findFirst();
  }

  private static SecretRow repeated(SecretRow row, String token, @Nullable SecretValue value) {
    if (row.isDeleted()) {
      throw Refusals.invalidRequest(
          "You can't create this secret because a secret with this name is already scheduled for"
              + " deletion.");
    }
    boolean same = row.version(token).filter(version -> version.value().equals(value)).isPresent();
    if (!same) {
      throw Refusals.exists(
          "The operation failed because the secret " + row.name() + " already exists.");
    }
    return row;
  }

  private static void requireSame(VersionRow version, SecretValue value) {
    if (!version.value().equals(value)) {
      throw Refusals.exists(
          "You can't use ClientRequestToken "
              + version.id()
              + " because that value is already in use for a version of this secret.");
    }
  }

  private static SecretRow usable(SecretRow row) {
    if (row.isDeleted()) {
      throw Refusals.invalidRequest(
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return row;
  }

  private static VersionRow current(String token, SecretValue value, Instant now) {
    return new VersionRow(token, value, List.of(VersionRow.CURRENT), now);
  }

  private static void checkTags(Map<String, String> tags) {
    if (tags.size() > Tags.MAX) {
      throw Refusals.invalidParameter("A secret has at most " + Tags.MAX + " tags.");
    }
  }

  private static String randomEnd() {
    StringBuilder end = new StringBuilder();
    for (int i = 0; i < RANDOM_END; i++) {
      end.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
    }
    return end.toString();
  }

  private <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
