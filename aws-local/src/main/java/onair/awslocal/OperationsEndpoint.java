package onair.awslocal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.Endpoint;
import onair.awslocal.mediastore.MediaStoreDataHandler;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.OperationStanding;
import onair.awslocal.s3.S3Operations;

/**
 * {@code GET /_aws-local/operations}: {@code {"services": [{"service", "operations": [{"operation",
 * "standing", "note"}]}]}}, every operation of every service and how far it works: {@code FULL},
 * {@code STATES_ONLY} or {@code NOT_IMPLEMENTED}.
 */
final class OperationsEndpoint {

  private OperationsEndpoint() {}

  /**
   * As it is written.
   *
   * @param service signing name
   */
  record ServiceOperations(String service, List<OperationStanding> operations) {}

  private record Body(List<ServiceOperations> services) {}

  static Endpoint of(AwsProtocol protocol) {
    return new Endpoint(
        "GET",
        "/operations",
        "lists every operation and how far it works",
        request -> ControlAnswer.ok(new Body(all(protocol))));
  }

  private static List<ServiceOperations> all(AwsProtocol protocol) {
    List<ServiceOperations> all = new ArrayList<>();
    protocol
        .services()
        .forEach(name -> all.add(new ServiceOperations(name, protocol.standings(name))));
    all.add(new ServiceOperations("s3", OperationStanding.of("s3", S3Operations.names())));
    all.add(
        new ServiceOperations(
            "mediastore-data",
            OperationStanding.of("mediastore-data", MediaStoreDataHandler.operations())));
    all.sort(Comparator.comparing(ServiceOperations::service));
    return all;
  }
}
