package onair.awslocal.protocol;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far an operation of AWS works here.
 *
 * @param operation as AWS writes it, such as {@code CreateChannel}
 * @param note what does not happen, when only states do; else null
 */
public record OperationStanding(String operation, Standing standing, @Nullable String note) {

  /** How far something works. */
  public enum Standing {
    /** As AWS documents it, as far as this machine can. */
    FULL,
    /** It is kept and goes through AWS's states, without the work that AWS would do. */
    STATES_ONLY,
    /** Answers NotImplemented. */
    NOT_IMPLEMENTED
  }

  /** All operations of a service whose backend implements its client interface, by name. */
  static List<OperationStanding> of(Backend backend) {
    return Operations.of(backend).values().stream().map(OperationStanding::of).toList();
  }

  /**
   * All operations of a service that has a way of its own over HTTP, by name.
   *
   * @param index {@code s3} or {@code mediastore-data}
   * @param implemented names of those that work
   */
  public static List<OperationStanding> of(String index, Set<String> implemented) {
    List<Operations.Entry> entries = Operations.index(index);
    Set<String> names =
        entries.stream().map(Operations.Entry::name).collect(Collectors.toUnmodifiableSet());
    if (!names.containsAll(implemented)) {
      throw new IllegalArgumentException("AWS's " + index + " has not all of " + implemented);
    }
    return entries.stream()
        .map(
            entry ->
                new OperationStanding(
                    entry.name(),
                    implemented.contains(entry.name()) ? Standing.FULL : Standing.NOT_IMPLEMENTED,
                    null))
        .toList();
  }

  private static OperationStanding of(Operation operation) {
    if (operation.method() == null) {
      return new OperationStanding(operation.name(), Standing.NOT_IMPLEMENTED, null);
    }
    StatesOnly only = operation.method().getAnnotation(StatesOnly.class);
    return only == null
        ? new OperationStanding(operation.name(), Standing.FULL, null)
        : new OperationStanding(operation.name(), Standing.STATES_ONLY, only.value());
  }
}
