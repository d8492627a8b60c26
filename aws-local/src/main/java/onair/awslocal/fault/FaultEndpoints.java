package onair.awslocal.fault;

import java.util.List;
import java.util.Map;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;

/**
 * The plan at the control door.
 *
 * @param names what faults can be about
 */
public record FaultEndpoints(FaultPlan plan, OperationNames names) {

  /** All of them. */
  public List<Endpoint> all() {
    return List.of(
        new Endpoint("POST", "/faults", "puts a fault", this::put),
        new Endpoint("GET", "/faults", "shows the faults and how often they happened", this::list),
        new Endpoint("GET", "/faults/{id}", "shows a fault", this::get),
        new Endpoint("DELETE", "/faults/{id}", "ends a fault", this::remove),
        new Endpoint("DELETE", "/faults", "ends all faults", this::clear));
  }

  private ControlAnswer put(ControlRequest request) {
    FaultSpec spec = request.body(FaultSpec.class);
    List<String> problems = FaultCheck.problems(names, spec);
    if (!problems.isEmpty()) {
      throw ControlRefused.invalid(String.join("; ", problems));
    }
    return new ControlAnswer(201, plan.add(spec));
  }

  private ControlAnswer list(ControlRequest request) {
    return ControlAnswer.ok(Map.of("faults", plan.list()));
  }

  private ControlAnswer get(ControlRequest request) {
    return ControlAnswer.ok(plan.get(request.path("id")).orElseThrow(() -> missing(request)));
  }

  private ControlAnswer remove(ControlRequest request) {
    if (!plan.remove(request.path("id"))) {
      throw missing(request);
    }
    return ControlAnswer.done();
  }

  private ControlAnswer clear(ControlRequest request) {
    plan.clear();
    return ControlAnswer.done();
  }

  private static ControlRefused missing(ControlRequest request) {
    return ControlRefused.notFound("There is no fault " + request.path("id"));
  }
}
