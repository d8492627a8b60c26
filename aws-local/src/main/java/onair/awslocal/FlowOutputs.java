package onair.awslocal;

import onair.awslocal.mediaconnect.LocalMediaConnect;
import onair.awslocal.medialive.InputFlows;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconnect.model.MediaConnectException;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;

/** The outputs that MediaLive has on MediaConnect's flows. */
record FlowOutputs(LocalMediaConnect mediaConnect) implements InputFlows {

  @Override
  public void connect(Scope scope, String flowArn, String inputArn) {
    try {
      mediaConnect.addManagedOutput(scope, flowArn, inputArn);
    } catch (MediaConnectException e) {
      throw new IllegalArgumentException(e.awsErrorDetails().errorMessage(), e);
    }
  }

  @Override
  public void disconnect(Scope scope, String flowArn, String inputArn) {
    try {
      mediaConnect.removeManagedOutput(scope, flowArn, inputArn);
    } catch (NotFoundException e) {
      return; // the output went with its flow
    }
  }
}
