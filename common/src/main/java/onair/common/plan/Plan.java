package onair.common.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param quotas which of AWS's quotas it takes from, and how far
 * @param price what AWS would bill, at list prices
 * @param change what becomes of who watches; absent where nothing is changed that may be watched
 */
public record Plan(
    @Schema(example = "plan") String object,
    @Schema(example = "channel.start") String operation,
    List<PlannedResource> resources,
    List<QuotaUse> quotas,
    Price price,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Change change) {

  public Plan {
    resources = List.copyOf(resources);
    quotas = List.copyOf(quotas);
  }

  /**
   * What a change of something that may be on air means for who watches.
   *
   * @param effect the worst of the fields': {@code in_place}, {@code restart} or {@code
   *     breaks_viewers}
   * @param refused whether the request, as it was sent, would be refused for it
   * @param consequence what comes of it, in plain words
   * @param fields those that become something else
   */
  public record Change(
      @Schema(example = "restart") String effect,
      @Schema(example = "true") boolean refused,
      @Schema(example = "Viewers go on.") String consequence,
      List<ChangedField> fields) {

    public Change {
      fields = List.copyOf(fields);
    }
  }

  /** One field that becomes something else, and what that alone would mean. */
  public record ChangedField(
      @Schema(example = "ladder") String field, @Schema(example = "restart") String effect) {}

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
   * @param limit what this account has in its Region, as last read; null when it was not read
   * @param used how much is taken or promised already, by this installation and by others in the
   *     account; null when nobody counts it
   * @param after used and needs together
   * @param exceeded whether that is more than the limit
   */
  public record QuotaUse(
      @Schema(example = "medialive") String service,
      @Schema(example = "channels") String quota,
      @Schema(example = "1") int needs,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "5")
          @Nullable Integer defaultLimit,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "5") @Nullable Integer limit,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "3") @Nullable Integer used,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "4") @Nullable Integer after,
      @Schema(example = "false") boolean exceeded) {

    /** A share of a quota of which only AWS's default is known. */
    static QuotaUse ofDefault(
        String service, String quota, int needs, @Nullable Integer defaultLimit) {
      return new QuotaUse(service, quota, needs, defaultLimit, null, null, null, false);
    }
  }

  /** While what is billed. */
  public enum Billed {
    /** While it runs. */
    @JsonProperty("running")
    RUNNING,
    /** While it is there and does not run. */
    @JsonProperty("idle")
    IDLE,
    /** For what is made or passed on, whenever that is. */
    @JsonProperty("use")
    USE
  }

  /**
   * What is billed, at on-demand list prices of one Region.
   *
   * @param region whose prices they are
   * @param parts what is billed, by what it is billed for
   * @param totals the parts together, one for each unit and for running, idle and use
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
   * @param item for example {@code medialive output avc hd 10mbps 30fps}
   * @param unit what is counted: {@code hour}, {@code minute}, {@code gigabyte}, {@code
   *     thousand_ads}
   * @param billed while what
   * @param count how many of the item, each billed by the unit
   * @param each for one of them and one unit
   * @param verified whether the source tells this very price; else it is the best that is known
   * @param asOf the day the price was taken from its source, which may be older
   * @param source where it was taken from
   */
  public record PricePart(
      @Schema(example = "medialive output avc hd 10mbps 30fps") String item,
      @Schema(example = "hour") String unit,
      @Schema(example = "running") Billed billed,
      @Schema(example = "2") int count,
      Money each,
      @Schema(example = "true") boolean verified,
      LocalDate asOf,
      @Schema(example = "Live Streaming on AWS with Amazon S3, cost example 2") String source) {

    /** The same of so many. */
    public PricePart times(int other) {
      return new PricePart(item, unit, billed, other, each, verified, asOf, source);
    }
  }

  /**
   * All parts that are billed by one unit.
   *
   * @param billed while what
   * @param verified whether each part of it is
   */
  public record PriceTotal(
      @Schema(example = "hour") String unit,
      @Schema(example = "running") Billed billed,
      Money amount,
      @Schema(example = "true") boolean verified) {}
}
