package onair.awslocal.medialive;

import onair.awslocal.resource.Scope;

/** The flows that feed inputs of type MEDIACONNECT. */
public interface InputFlows {

  /**
   * Adds MediaLive's own output to a flow. Adding it again changes nothing.
   *
   * @throws IllegalArgumentException when there is no such flow; the message says so
   */
  void connect(Scope scope, String flowArn, String inputArn);

  /** Removes it. A flow or an output that is gone is fine. */
  void disconnect(Scope scope, String flowArn, String inputArn);
}
