package onair.channel.cost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Usage over HTTP, of the caller's organization. */
@RestController
@RequestMapping("/v1/usage")
@Tag(name = "usage", description = "What was billed")
class UsageController {

  private static final String BY_DAY = "day";

  private final UsageStore usage;
  private final Prices prices;
  private final InstantSource clock;

  UsageController(UsageStore usage, Prices prices, InstantSource clock) {
    this.usage = usage;
    this.prices = prices;
    this.clock = clock;
  }

  @GetMapping
  @RequiresScope("usage:read")
  @Unversioned("grows with every second")
  @Operation(
      operationId = "getUsage",
      summary = "Get what was billed of all channels",
      description =
          "In whole days in UTC, at most 92: list prices times the time something was billed, those"
              + " that are gone included. A start counts for its ten minutes at once. By day, each"
              + " until today; by channel or item, the dearest first. The total is the sum of what"
              + " the channels have cost in these days, whatever it is told by.")
  UsageResponse get(
      Caller caller,
      PageRequest page,
      @Parameter(
              description = "First day; the first of the month when left out",
              example = "2026-11-01")
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day; today when left out", example = "2026-11-30")
          @RequestParam(required = false)
          @Nullable String to,
      @Parameter(
              description = "What makes a group",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {BY_DAY, "channel", "item"},
                      defaultValue = BY_DAY))
          @RequestParam(defaultValue = BY_DAY)
          String by) {
    Instant now = Times.now(clock);
    Days days = Days.of(from, to, now);
    UsageBy group = UsageBy.of(by);
    Map<String, List<Interval>> billed =
        usage.between(caller.organizationId(), Usage.CURRENCY, days.stretch());
    return UsageResponse.of(
        UsageReport.of(billed, days, group, now),
        prices.priced(caller.organizationId(), billed.keySet()),
        page);
  }
}
