package onair.awslocal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.awslocal.control.Endpoint;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.fault.CallFaults;
import onair.awslocal.fault.EventFaults;
import onair.awslocal.fault.FaultEndpoints;
import onair.awslocal.fault.FaultPlan;
import onair.awslocal.fault.OperationNames;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.mediastore.MediaStoreDataHandler;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.s3.S3Operations;

/** One plan of faults, and what carries it out. */
record Faults(FaultPlan plan, CallFilter calls, DeliveryRoute events) {

  static Faults by(Lifecycle lifecycle) {
    FaultPlan plan = new FaultPlan();
    return new Faults(plan, new CallFaults(plan, lifecycle), new EventFaults(plan, lifecycle));
  }

  List<Endpoint> endpoints(AwsProtocol protocol) {
    Set<String> services = new HashSet<>(protocol.services());
    services.add("s3");
    return new FaultEndpoints(
            plan, new OperationNames(services, service -> operations(protocol, service)))
        .all();
  }

  /** S3 and MediaStore Data have ways of their own over HTTP. */
  private static Set<String> operations(AwsProtocol protocol, String service) {
    if (service.equals("s3")) {
      return S3Operations.names();
    }
    Set<String> names = new HashSet<>(protocol.operations(service));
    if (service.equals("mediastore")) {
      names.addAll(MediaStoreDataHandler.operations());
    }
    return names;
  }
}
