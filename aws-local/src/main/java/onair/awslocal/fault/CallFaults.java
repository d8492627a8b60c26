package onair.awslocal.fault;

import java.time.Duration;
import java.util.function.Supplier;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.state.Staleness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the calls fail that the plan says. */
public final class CallFaults implements CallFilter {

  private static final Logger LOG = LoggerFactory.getLogger(CallFaults.class);

  private final FaultPlan plan;
  private final Lifecycle lifecycle;

  /**
   * @param lifecycle carries out late effects; those still to come when it is closed never happen
   */
  public CallFaults(FaultPlan plan, Lifecycle lifecycle) {
    this.plan = plan;
    this.lifecycle = lifecycle;
  }

  @Override
  public CallOutcome filter(Call call, Supplier<CallOutcome> onwards) {
    return plan.next(fault -> matches(fault, call))
        .map(befallen -> befall(befallen, call, onwards))
        .orElseGet(onwards);
  }

  private static boolean matches(Fault fault, Call call) {
    return !fault.kind().isOfEvents()
        && fault.spec().isAbout(call.service(), call.operation())
        && (fault.kind() != FaultKind.STALE_LIST || Lists.isList(call.service(), call.operation()));
  }

  /** Has the effect of a call whose answer nobody gets. */
  private static void unheard(Supplier<CallOutcome> onwards) {
    CallOutcome answer = onwards.get();
    LOG.debug("Nobody hears {}", answer);
  }

  private CallOutcome befall(
      FaultPlan.Befallen befallen, Call call, Supplier<CallOutcome> onwards) {
    LOG.info("{} befalls {} {}", befallen.kind().text(), call.service(), call.operation());
    return switch (befallen.kind()) {
      case BEFORE, ERROR -> noAnswer(befallen);
      case LOST_ANSWER -> {
        unheard(onwards);
        yield CallOutcome.Cut.UNANSWERED;
      }
      case LATE_EFFECT -> {
        String what = "late %s %s".formatted(call.service(), call.operation());
        call.detach().run();
        lifecycle.after(befallen.delay(), what, () -> unheard(onwards));
        yield noAnswer(befallen);
      }
      case THROTTLE -> new CallOutcome.Throttled("Rate exceeded");
      case SLOW -> slow(befallen.delay(), onwards);
      case RESET -> torn(onwards.get());
      case STALE_LIST -> Staleness.of(befallen.delay(), onwards::get);
      case DROP, DOUBLE, REORDER, DELAY ->
          throw new IllegalStateException("No fault of calls: " + befallen.kind());
    };
  }

  private static CallOutcome noAnswer(FaultPlan.Befallen befallen) {
    Integer status = befallen.spec().status();
    return status == null
        ? CallOutcome.Cut.UNANSWERED
        : new CallOutcome.Refused(status, befallen.spec().code(), "A fault was asked for");
  }

  private static CallOutcome torn(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Answer answer
        ? new CallOutcome.Cut(answer)
        : CallOutcome.Cut.UNANSWERED;
  }

  private static CallOutcome slow(Duration delay, Supplier<CallOutcome> onwards) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CallOutcome.Cut.UNANSWERED;
    }
    return onwards.get();
  }
}
