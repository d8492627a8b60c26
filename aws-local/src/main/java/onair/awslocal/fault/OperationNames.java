package onair.awslocal.fault;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What can be called.
 *
 * @param services signing names
 * @param operations names of a service's operations; only asked for services there are
 */
public record OperationNames(Set<String> services, Function<String, Set<String>> operations) {

  public OperationNames {
    services = new TreeSet<>(services);
  }

  /** Empty for a service there is not. */
  Set<String> of(String service) {
    return services.contains(service) ? operations.apply(service) : Set.of();
  }
}
