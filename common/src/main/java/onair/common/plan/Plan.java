package onair.common.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request would come to, as far as it can be told without asking AWS.
 *
 * @param object always {@code plan}
 * @param operation what was rehearsed, for example {@code channel.start}
 * @param resources what would be made in AWS or changed there; empty when nothing would
 * @param quotas which of AWS's quotas it takes from
 * @param price what AWS would bill, at list prices
 */
public record Plan(
    @Schema(example = "plan") String object,
    @Schema(example = "channel.start") String operation,
    List<PlannedResource> resources,
    List<QuotaUse> quotas,
    Price price) {

  public Plan {
    resources = List.copyOf(resources);
    quotas = List.copyOf(quotas);
  }

  /**
   * AWS resources of one kind.
   *
   * @param service for example {@code medialive}
   * @param kind for example {@code channel}
   * @param action {@code create}, {@code start} or {@code update}
   * @param count how many
   */
  public record PlannedResource(
      @Schema(example = "medialive") String service,
      @Schema(example = "channel") String kind,
      @Schema(example = "create") String action,
      @Schema(example = "1") int count) {}

  /**
   * A share of one quota.
   *
   * @param service for example {@code medialive}
   * @param quota for example {@code channels}
   * @param needs how much of it this request takes
   * @param defaultLimit what AWS gives every account for one Region; null when it is not known here
   */
  public record QuotaUse(
      @Schema(example = "medialive") String service,
      @Schema(example = "channels") String quota,
      @Schema(example = "1") int needs,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "5")
          @Nullable Integer defaultLimit) {}

  /**
   * What is billed, at on-demand list prices of one Region.
   *
   * @param region whose prices they are
   * @param parts what is billed, by what it is billed for
   * @param totals the parts together, one for each unit
   * @param notIncluded what is billed too, and has no price here
   */
  public record Price(
      @Schema(example = "eu-west-1") String region,
      List<PricePart> parts,
      List<PriceTotal> totals,
      @Schema(example = "[\"traffic to viewers\"]") List<String> notIncluded) {

    public Price {
      parts = List.copyOf(parts);
      totals = List.copyOf(totals);
      notIncluded = List.copyOf(notIncluded);
    }
  }

  /**
   * One line of the price.
   *
   * @param item for example {@code medialive output hd}
   * @param unit what is counted: {@code hour}, {@code minute}, {@code gigabyte}, {@code
   *     thousand_ads}
   * @param count how many of the item, each billed by the unit
   * @param each for one of them and one unit
   * @param asOf the day the price was taken from its source, which may be older
   */
  public record PricePart(
      @Schema(example = "medialive output hd") String item,
      @Schema(example = "hour") String unit,
      @Schema(example = "2") int count,
      Money each,
      LocalDate asOf) {}

  /** All parts that are billed by one unit. */
  public record PriceTotal(@Schema(example = "hour") String unit, Money amount) {}
}
