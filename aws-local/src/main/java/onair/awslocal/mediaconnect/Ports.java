package onair.awslocal.mediaconnect;

import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.TransportFlows;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * Who listens on which port. In AWS each flow has an address of its own; here all flows share this
 * machine's, so a port can be asked for only once.
 */
final class Ports {

  private final MediaConnectState state;
  private final TransportFlows media;

  Ports(MediaConnectState state, TransportFlows media) {
    this.state = state;
    this.media = media;
  }

  /**
   * 400 when a port of the wanted flow is one of another flow, asked for twice, or held by another
   * program.
   *
   * @param before the flow as it is; null for one that is to be made
   */
  void requireFree(@Nullable Flow before, Flow wanted) {
    List<Integer> own = before == null ? List.of() : listening(before);
    List<Integer> seen = new ArrayList<>();
    for (int port : listening(wanted)) {
      if (seen.contains(port)) {
        throw Refusals.badRequest("Port " + port + " is asked for twice");
      }
      seen.add(port);
      if (own.contains(port)) {
        continue;
      }
      for (FlowRow other : state.all()) {
        boolean another =
            !other.arn().equals(wanted.flowArn()) && other.status() != Status.DELETING;
        if (another && listening(other.resource()).contains(port)) {
          throw Refusals.badRequest(
              "Port %d is in use by flow %s".formatted(port, other.resource().name()));
        }
      }
      if (!media.isFree(port)) {
        throw Refusals.badRequest("Port " + port + " is in use by another program");
      }
    }
  }

  private static List<Integer> listening(Flow flow) {
    List<Integer> ports = new ArrayList<>();
    for (Source source : flow.sources()) {
      if (source.transport().protocol() == Protocol.SRT_LISTENER) {
        ports.add(source.ingestPort());
      }
    }
    for (Output output : flow.outputs()) {
      if (output.transport() != null && output.transport().protocol() == Protocol.SRT_LISTENER) {
        ports.add(output.port());
      }
    }
    return ports;
  }
}
