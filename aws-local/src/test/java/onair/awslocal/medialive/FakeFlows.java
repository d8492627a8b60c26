package onair.awslocal.medialive;

import java.util.LinkedHashSet;
import java.util.Set;
import onair.awslocal.resource.Scope;

/** Flows that only remember the outputs MediaLive has on them. */
final class FakeFlows implements InputFlows {

  static final String MISSING = "arn:aws:mediaconnect:eu-west-1:111122223333:flow:1-0-0:missing";

  /** Lines of the form {@code <flow ARN> <input ARN>}. */
  final Set<String> outputs = new LinkedHashSet<>();

  @Override
  public synchronized void connect(Scope scope, String flowArn, String inputArn) {
    if (flowArn.equals(MISSING)) {
      throw new IllegalArgumentException("The resource " + flowArn + " was not found");
    }
    outputs.add(flowArn + " " + inputArn);
  }

  @Override
  public synchronized void disconnect(Scope scope, String flowArn, String inputArn) {
    outputs.remove(flowArn + " " + inputArn);
  }
}
