package onair.common.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS's list prices and default quotas, as written down in {@code catalog.json} with the day and
 * the place each was read. What is not in there is told as not included, never guessed.
 */
public final class Catalog {

  private static final String FILE = "catalog.json";

  private final Sheet sheet;

  private Catalog(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The catalog this build was made with. */
  public static Catalog load() {
    var json =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (InputStream file = Catalog.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new Catalog(json.readValue(file, Sheet.class));
    } catch (IOException failure) {
      throw new UncheckedIOException(FILE + " cannot be read", failure);
    }
  }

  /** A plan to be filled in. */
  public PlanDraft plan(String operation) {
    return new PlanDraft(this, operation);
  }

  String region() {
    return sheet.region();
  }

  Optional<ListPrice> price(String item) {
    return Optional.ofNullable(sheet.prices().get(item));
  }

  /** What AWS gives every account of a quota for one Region, where that is written down. */
  public Optional<Integer> limit(String service, String quota) {
    return Optional.ofNullable(sheet.quotas().get(service + " " + quota)).map(DefaultLimit::limit);
  }

  record Sheet(String region, Map<String, ListPrice> prices, Map<String, DefaultLimit> quotas) {}

  /**
   * @param verified whether the source tells this very price
   */
  record ListPrice(
      String unit,
      BigDecimal amount,
      String currency,
      boolean verified,
      LocalDate asOf,
      String source) {

    ListPrice times(BigDecimal many) {
      return new ListPrice(unit, amount.multiply(many), currency, verified, asOf, source);
    }
  }

  record DefaultLimit(int limit, LocalDate asOf, String source) {}
}
