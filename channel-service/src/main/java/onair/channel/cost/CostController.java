package onair.channel.cost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import onair.common.plan.Plan.Price;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Costs over HTTP. Those of another organization's channel are not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/cost")
@Tag(name = "channels", description = "Live channels")
class CostController {

  private final UsageStore usage;
  private final Prices prices;
  private final InstantSource clock;

  CostController(UsageStore usage, Prices prices, InstantSource clock) {
    this.usage = usage;
    this.prices = prices;
    this.clock = clock;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Unversioned("grows with every second")
  @Operation(
      operationId = "getChannelCost",
      summary = "Get what a channel has cost",
      description =
          "List prices times the time something was billed, to the second, the ten minutes that a"
              + " start costs at least included; also of a channel that is gone. Since the beginning,"
              + " or of some days only.")
  CostResponse get(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @Parameter(description = "First day, in UTC; with to at most 92", example = "2026-11-01")
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day, in UTC; today when left out", example = "2026-11-30")
          @RequestParam(required = false)
          @Nullable String to) {
    Instant now = Times.now(clock);
    Days days = from == null && to == null ? null : Days.of(from, to, now);
    Optional<Price> price = prices.price(caller.organizationId(), channelId);
    List<Interval> intervals = usage.all(caller.organizationId(), channelId);
    if (price.isEmpty() && intervals.isEmpty()) {
      throw Problems.notFound("channel", channelId);
    }
    return CostResponse.of(
        channelId, intervals, price.map(Price::notIncluded).orElse(List.of()), days, now);
  }
}
