package onair.test.api;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import onair.common.security.Caller;
import onair.test.TestApi;

/**
 * Who may do what: every described operation, asked by everybody. The owner's request works (2xx),
 * which shows that it was the caller and nothing else that the others were refused for: without a
 * good credential 401, without the scope 403 that names it, from another organization 404. Where a
 * change takes {@code If-Match}, one that was decided on another version is refused with 412. Every
 * reply keeps to {@link ReplyRules}. An operation that lacks what it needs for that, a resource or
 * a body, fails.
 */
public final class AccessMatrix {

  private final DescribedApi api;
  private final Askers askers;
  private final KnownResources known;
  private final AccessRequests requests;
  private final Set<String> outOfReach = new HashSet<>();
  private final Map<String, Supplier<TestApi>> owners = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private AccessMatrix(DescribedApi api, Askers askers) {
    this.api = api;
    this.askers = askers;
    this.known = new KnownResources(api);
    this.requests = new AccessRequests(api, known);
  }

  /**
   * The matrix of a service, asked as the gateway would ask it.
   *
   * @param service {@code spring.application.name}
   * @param anonymous a client without a token
   * @param owner who may do everything
   */
  public static AccessMatrix of(String service, TestApi anonymous, Caller owner) {
    return of(DescribedApi.of(anonymous), new TokenAskers(service, anonymous, owner));
  }

  /** The matrix of whatever is described, asked by these. */
  public static AccessMatrix of(DescribedApi api, Askers askers) {
    return new AccessMatrix(api, askers);
  }

  /**
   * How to get a resource of the owner's; asked anew for each operation on it.
   *
   * @param template {@code /v1/channels/{}}
   * @param path {@code /v1/channels/ch_…}
   */
  public AccessMatrix resource(String template, Supplier<String> path) {
    requests.resource(template, path);
    return this;
  }

  /** A resource in the state one operation needs. */
  public AccessMatrix resourceFor(String operationId, Supplier<String> path) {
    requests.resourceFor(operationId, path);
    return this;
  }

  /** What to send instead of the documented example. */
  public AccessMatrix body(String operationId, Supplier<String> json) {
    requests.body(operationId, json);
    return this;
  }

  /** For whom an operation works, where that is not the owner. */
  public AccessMatrix worksFor(String operationId, Supplier<TestApi> who) {
    owners.put(operationId, who);
    return this;
  }

  /**
   * Operations that need more than requests before they work; all others are tried on them, too.
   */
  public AccessMatrix outOfReach(String... operationIds) {
    outOfReach.addAll(List.of(operationIds));
    return this;
  }

  /** Asks all of it; fails the test with every cell that is wrong. */
  public void mustHold() {
    var cells = new AccessCells(api, askers, known, wrong);
    api.operations().forEach(operation -> tryRow(cells, operation));
    failIfWrong();
  }

  /**
   * The same with several operations asked at a time; whatever resources and bodies come from is
   * then asked for by several threads.
   */
  public void mustHold(int operationsAtATime) {
    var cells = new AccessCells(api, askers, known, wrong);
    try (var threads = Executors.newFixedThreadPool(operationsAtATime)) {
      for (Future<?> row :
          api.operations().stream()
              .map(operation -> threads.submit(() -> tryRow(cells, operation)))
              .toList()) {
        row.get();
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    failIfWrong();
  }

  private void failIfWrong() {
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong.size() + " cells are wrong:\n" + String.join("\n", wrong));
    }
  }

  private void tryRow(AccessCells cells, DescribedOperation operation) {
    if (!operation.isAnyCallers() && operation.scopes().isEmpty()) {
      wrong.add(operation + " does not say who may call it");
      return;
    }
    try {
      if (operation.isOpen()) {
        tryOpen(cells, operation);
        return;
      }
      Sent request = requests.of(operation);
      cells.tryRefusals(operation, request);
      boolean works = !outOfReach.contains(operation.id());
      cells.tryRoles(operation, request, works);
      cells.tryStranger(operation, request);
      if (works) {
        cells.tryOwner(operation, request, owner(operation));
      }
    } catch (AccessRequests.Missing missing) {
      wrong.add(operation + " " + missing.getMessage());
    } catch (RuntimeException | AssertionError failed) {
      wrong.add(operation + " could not be tried: " + failed);
    }
  }

  /** Whoever comes may, however bad what they bring along; each has a request of its own. */
  private void tryOpen(AccessCells cells, DescribedOperation operation)
      throws AccessRequests.Missing {
    if (operation.path().startsWith("/v1/")) {
      wrong.add(operation + " is open to everybody");
    }
    cells.tryAcrossSites(operation, requests.of(operation));
    if (outOfReach.contains(operation.id())) {
      return;
    }
    for (Map.Entry<String, TestApi> one : askers.unknown().entrySet()) {
      cells.mustWork(one.getKey(), operation, requests.of(operation), one.getValue());
    }
    if (owners.containsKey(operation.id())) {
      cells.mustWork("the owner", operation, requests.of(operation), owner(operation));
    }
  }

  private TestApi owner(DescribedOperation operation) {
    return owners.getOrDefault(operation.id(), askers::owner).get();
  }
}
