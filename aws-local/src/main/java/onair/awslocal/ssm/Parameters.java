package onair.awslocal.ssm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterMaxVersionLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionLabelLimitExceededException;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.TooManyTagsErrorException;

/** All parameters, and what may be done with them. */
final class Parameters {

  private static final int MOST_VERSIONS = 100;
  private static final int MOST_LABELS = 10;

  /** A parameter and the version a caller selected, by {@code :3} or {@code :label}. */
  record Selected(ParameterRow row, VersionRow version, @Nullable String selector) {}

  private final Table<ParameterRow> table;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  Parameters(StateStore store, InstantSource clock) {
    this.table = store.table("ssm-parameters", Codecs.json(ParameterRow.class));
    this.clock = clock;
  }

  /** Makes the parameter, or a version of it when the request may overwrite. */
  VersionRow put(PutParameterRequest request, Map<String, String> tags) {
    Names.check(request.name());
    boolean overwrite = Boolean.TRUE.equals(request.overwrite());
    if (overwrite && !tags.isEmpty()) {
      throw Refusals.invalid(
          "Invalid request: tags and overwrite can't be used together. To create a parameter with"
              + " tags, please remove overwrite flag. To update tags for an existing parameter,"
              + " please use AddTagsToResource or RemoveTagsFromResource.");
    }
    var scope = Scope.current();
    return exclusively(
        () -> {
          ParameterRow old = table.get(scope.key(request.name())).orElse(null);
          if (old != null && !overwrite) {
            throw ParameterAlreadyExistsException.builder()
                .message(
                    "The parameter already exists. To overwrite this value, set the overwrite"
                        + " option in the request to true.")
                .build();
          }
          VersionRow version =
              Wanted.version(request, old == null ? null : old.current(), clock.instant());
          keep(
              old == null
                  ? new ParameterRow(scope, request.name(), tags, List.of(version))
                  : roomFor(old).plus(version));
          return version;
        });
  }

  Optional<ParameterRow> find(Scope scope, String id) {
    return table.get(scope.key(Names.ofId(id)));
  }

  ParameterRow get(String id) {
    return find(Scope.current(), id).orElseThrow(() -> Refusals.notFound(id));
  }

  /** By name or ARN, with a version number or label behind a colon or without. */
  Selected select(String id) {
    Optional<ParameterRow> whole = find(Scope.current(), id);
    if (whole.isPresent()) {
      return new Selected(whole.get(), whole.get().current(), null);
    }
    int colon = id.lastIndexOf(':');
    if (colon <= 0) {
      throw Refusals.notFound(id);
    }
    String selector = id.substring(colon + 1);
    ParameterRow row = get(id.substring(0, colon));
    VersionRow version =
        (selector.matches("\\d{1,18}")
                ? row.version(Long.parseLong(selector))
                : row.labelled(selector))
            .orElseThrow(() -> Refusals.noVersion(row.name(), selector));
    return new Selected(row, version, ":" + selector);
  }

  List<ParameterRow> in(Scope scope) {
    return table.list().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  /** Says whether there was one. */
  boolean delete(String id) {
    var scope = Scope.current();
    return exclusively(() -> find(scope, id).map(row -> table.remove(row.key())).orElse(false));
  }

  /**
   * Puts labels on a version and takes them from the others.
   *
   * @return the version's number
   */
  long label(String id, @Nullable Long number, List<String> labels) {
    return exclusively(
        () -> {
          ParameterRow row = get(id);
          VersionRow version = version(row, number == null ? row.current().number() : number);
          if (version.plus(labels).labels().size() > MOST_LABELS) {
            throw ParameterVersionLabelLimitExceededException.builder()
                .message("A parameter version can have a maximum of ten labels.")
                .build();
          }
          keep(
              row.changing(
                  each ->
                      each.number() == version.number()
                          ? each.plus(labels)
                          : each.without(labels)));
          return version.number();
        });
  }

  /** Those of the labels that were on the version and are not any more. */
  List<String> unlabel(String id, long number, List<String> labels) {
    return exclusively(
        () -> {
          ParameterRow row = get(id);
          List<String> removed = new ArrayList<>(version(row, number).labels());
          removed.retainAll(labels);
          Set<String> gone = new HashSet<>(removed);
          keep(row.changing(each -> each.number() == number ? each.without(gone) : each));
          return removed;
        });
  }

  void retag(ParameterRow row, UnaryOperator<Map<String, String>> change) {
    exclusively(
        () ->
            table.update(
                row.key(),
                current -> {
                  Map<String, String> tags = change.apply(current.tags());
                  if (tags.size() > Tags.MAX) {
                    throw TooManyTagsErrorException.builder()
                        .message("A parameter has at most " + Tags.MAX + " tags.")
                        .build();
                  }
                  return current.tagged(tags);
                }));
  }

  private static VersionRow version(ParameterRow row, long number) {
    return row.version(number)
        .orElseThrow(() -> Refusals.noVersion(row.name(), Long.toString(number)));
  }

  private static ParameterRow roomFor(ParameterRow row) {
    if (row.versions().size() < MOST_VERSIONS) {
      return row;
    }
    VersionRow oldest = row.versions().getFirst();
    if (!oldest.labels().isEmpty()) {
      throw ParameterMaxVersionLimitExceededException.builder()
          .message(
              "You attempted to create a new version of %s by calling the PutParameter API with the"
                      .formatted(row.name())
                  + " overwrite flag. Version %d, the oldest version, can't be deleted because it"
                      .formatted(oldest.number())
                  + " has a label associated with it. Move the label to another version of the"
                  + " parameter, and try again.")
          .build();
    }
    return row.withoutOldest();
  }

  private void keep(ParameterRow row) {
    table.put(row.key(), row);
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
