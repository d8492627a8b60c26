package onair.channel.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import onair.channel.cost.Spending;
import onair.channel.cost.Usage;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Budgets over HTTP. Faults are told as in {@link BudgetProblems}; that of another organization's
 * channel is not found.
 */
@RestController
@RequestMapping("/v1/budgets")
@Tag(name = "budgets", description = "What may be spent in a month")
class BudgetController {

  private static final String SUBJECT =
      "`organization` for all channels together, or a channel's id";

  private final BudgetCommands commands;
  private final BudgetStore store;
  private final Usage usage;
  private final BudgetProperties properties;
  private final InstantSource clock;

  BudgetController(
      BudgetCommands commands,
      BudgetStore store,
      Usage usage,
      BudgetProperties properties,
      InstantSource clock) {
    this.commands = commands;
    this.store = store;
    this.usage = usage;
    this.properties = properties;
    this.clock = clock;
  }

  @GetMapping
  @RequiresScope("usage:read")
  @Operation(
      operationId = "listBudgets",
      summary = "List budgets",
      description = "With what is spent of each in this month. Newest first.")
  Page<BudgetResponse> list(Caller caller, PageRequest page) {
    Instant now = Times.now(clock);
    Spending spending = usage.in(Usage.month(now), caller.organizationId());
    return Page.of(
        store.list(caller.organizationId(), page),
        page,
        Budget::id,
        budget -> BudgetResponse.of(budget, spending, properties, now));
  }

  @GetMapping("/{subject}")
  @RequiresScope("usage:read")
  @Operation(operationId = "getBudget", summary = "Get a budget")
  Tagged<BudgetResponse> get(
      Caller caller, @Parameter(description = SUBJECT) @PathVariable String subject) {
    return found(
        store
            .find(caller.organizationId(), subject)
            .orElseThrow(() -> BudgetProblems.notFound(subject)));
  }

  @PutMapping("/{subject}")
  @RequiresScope("usage:write")
  @Operation(
      operationId = "putBudget",
      summary = "Set a budget",
      description =
          "What the channel, or all channels together, may cost in a calendar month at list prices,"
              + " this one included; also while they are on air. `budget.warning` is told when most"
              + " of it is spent. When all of it is, `budget.exceeded` is told, the channels are"
              + " stopped, those nobody sends to first, and a start is refused with 402 until the"
              + " budget is raised or the month is over. The ten minutes that AWS bills of a start"
              + " at least are spent with the start, and a start that cannot pay for them is"
              + " refused. What is kept of a stopped channel may still cost a little.")
  @ApiResponse(responseCode = "200", description = "The budget")
  Tagged<BudgetResponse> put(
      Caller caller,
      @Parameter(description = SUBJECT) @PathVariable String subject,
      IfMatch ifMatch,
      @RequestBody BudgetRequest request) {
    return found(commands.put(caller.organizationId(), subject, ifMatch, request.amount()));
  }

  @DeleteMapping("/{subject}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("usage:write")
  @Operation(
      operationId = "deleteBudget",
      summary = "Delete a budget",
      description = "Nothing limits what is spent from now on; what was stopped stays stopped.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(
      Caller caller,
      @Parameter(description = SUBJECT) @PathVariable String subject,
      IfMatch ifMatch) {
    commands.delete(caller.organizationId(), subject, ifMatch);
  }

  /** What is spent changes by itself, which is a part of the tag for that. */
  private Tagged<BudgetResponse> found(Budget budget) {
    Instant now = Times.now(clock);
    Spending spending = usage.in(Usage.month(now), budget.organizationId());
    return Tagged.found(budget.version(), BudgetResponse.of(budget, spending, properties, now))
        .showing(Long.toString(now.toEpochMilli()));
  }
}
