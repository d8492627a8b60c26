package onair.awslocal;

import java.util.List;
import onair.awslocal.control.Endpoint;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.fault.CallFaults;
import onair.awslocal.fault.EventFaults;
import onair.awslocal.fault.FaultEndpoints;
import onair.awslocal.fault.FaultPlan;
import onair.awslocal.fault.OperationNames;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.CallFilter;

/** One plan of faults, and what carries it out. */
record Faults(FaultPlan plan, CallFilter calls, DeliveryRoute events) {

  static Faults by(Lifecycle lifecycle) {
    FaultPlan plan = new FaultPlan();
    return new Faults(plan, new CallFaults(plan, lifecycle), new EventFaults(plan, lifecycle));
  }

  List<Endpoint> endpoints(AwsProtocol protocol) {
    return new FaultEndpoints(
            plan, new OperationNames(protocol.services(), protocol::operations))
        .all();
  }
}
