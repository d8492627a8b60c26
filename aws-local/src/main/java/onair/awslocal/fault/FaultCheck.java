package onair.awslocal.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.state.Staleness;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a fault somebody asks for. */
final class FaultCheck {

  private static final long LONGEST_WAIT = 600_000;
  private static final long LONGEST_DELAY = 7L * 24 * 3600 * 1000;

  private final OperationNames names;
  private final FaultSpec spec;
  private final List<String> problems = new ArrayList<>();

  private FaultCheck(OperationNames names, FaultSpec spec) {
    this.names = names;
    this.spec = spec;
  }

  /** What is wrong, in sentences; empty when nothing is. */
  static List<String> problems(OperationNames names, FaultSpec spec) {
    FaultCheck check = new FaultCheck(names, spec);
    Optional<FaultKind> kind = Optional.ofNullable(spec.kind()).flatMap(FaultKind::of);
    if (kind.isEmpty()) {
      check.problems.add("kind must be one of " + String.join(", ", FaultKind.texts()));
      return check.problems;
    }
    check.choice();
    check.subject(kind.get());
    check.answer(kind.get());
    check.delay(kind.get());
    return check.problems;
  }

  private void choice() {
    long given =
        List.of(
                Optional.ofNullable(spec.call()),
                Optional.ofNullable(spec.every()),
                Optional.ofNullable(spec.probability()))
            .stream()
            .filter(Optional::isPresent)
            .count();
    require(given <= 1, "only one of call, every and probability can be given");
    positive("call", spec.call());
    positive("every", spec.every());
    positive("times", spec.times());
    Double probability = spec.probability();
    require(
        probability == null || probability >= 0 && probability <= 1,
        "probability must be from 0 to 1");
    require(probability != null || spec.seed() == null, "seed goes with probability");
  }

  private void subject(FaultKind kind) {
    String service = spec.service();
    if (kind.isOfEvents()) {
      require("events".equals(service), "%s is a fault of the service events", kind.text());
      require(spec.operation() == null, "%s takes no operation", kind.text());
      return;
    }
    require(spec.source() == null, "%s takes no source", kind.text());
    require(spec.detailType() == null, "%s takes no detail_type", kind.text());
    if (service == null || names.of(service).isEmpty()) {
      problems.add("service must be one of " + String.join(", ", names.services()));
      return;
    }
    Set<String> operations = names.of(service);
    String operation = spec.operation();
    if (operation != null && !operation.equals("*")) {
      require(operations.contains(operation), "%s has no operation %s", service, operation);
      require(
          kind != FaultKind.STALE_LIST || Lists.isList(service, operation),
          "%s of %s is no list that is ever late",
          operation,
          service);
    } else if (kind == FaultKind.STALE_LIST) {
      require(
          operations.stream().anyMatch(each -> Lists.isList(service, each)),
          "%s has no list that is ever late",
          service);
    }
  }

  private void answer(FaultKind kind) {
    Integer status = spec.status();
    boolean answers =
        switch (kind) {
          case BEFORE, LATE_EFFECT, ERROR -> true;
          default -> false;
        };
    require(answers || status == null, "%s takes no status", kind.text());
    require(status != null || spec.code() == null, "code goes with status");
    require(kind != FaultKind.ERROR || status != null, "error needs a status");
    require(status == null || status >= 400 && status <= 599, "status must be from 400 to 599");
    require(
        spec.code() == null || spec.code().matches("[A-Za-z][A-Za-z0-9.]{0,127}"),
        "code must be an error code such as InternalServerErrorException");
  }

  private void delay(FaultKind kind) {
    long most =
        switch (kind) {
          case LATE_EFFECT, REORDER, DELAY -> LONGEST_DELAY;
          case SLOW -> LONGEST_WAIT;
          case STALE_LIST -> Staleness.MAX.toMillis();
          default -> 0;
        };
    Long delay = spec.delayMs();
    require(most > 0 || delay == null, "%s takes no delay_ms", kind.text());
    require(
        most == 0 || delay != null || kind == FaultKind.REORDER, "%s needs delay_ms", kind.text());
    require(
        most == 0 || delay == null || delay >= 0 && delay <= most,
        "delay_ms must be from 0 to %d",
        most);
  }

  private void positive(String name, @Nullable Long number) {
    require(number == null || number > 0, "%s must be 1 or more", name);
  }

  private void require(boolean holds, String problem, Object... arguments) {
    if (!holds) {
      problems.add(problem.formatted(arguments));
    }
  }
}
