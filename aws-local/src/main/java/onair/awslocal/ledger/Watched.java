package onair.awslocal.ledger;

import java.util.Map;
import java.util.function.Function;

/**
 * How a service's rows are told in the ledger.
 *
 * @param service signing name, such as {@code medialive}
 * @param kind of resource, such as {@code channel}
 * @param arn of a row
 * @param state of a row; {@code DELETED} means that it is gone, though it is still remembered
 * @param facts of a row that billing depends on besides the state
 * @param <T> row type
 */
public record Watched<T>(
    String service,
    String kind,
    Function<T, String> arn,
    Function<T, String> state,
    Function<T, Map<String, String>> facts) {

  static final String DELETED = "DELETED";

  /** Resources that are there or not, and have no states. */
  public static <T> Watched<T> stateless(String service, String kind, Function<T, String> arn) {
    return new Watched<>(service, kind, arn, row -> "EXISTS", row -> Map.of());
  }
}
