package onair.awslocal;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import onair.awslocal.cloudfront.LocalCloudFront;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.eventbridge.LocalEventBridge;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.Backend;
import onair.awslocal.resource.Scope;
import onair.awslocal.sqs.LocalSqs;
import onair.awslocal.state.StateStore;
import onair.awslocal.sts.LocalSts;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Every AWS service there is, and what each is made of. A new service is added here and nowhere
 * else.
 */
final class Backends {

  private final List<Backend> all;

  /**
   * @param endpoint of the API, known once it listens
   */
  Backends(
      AwsLocalConfig config,
      StateStore store,
      Lifecycle lifecycle,
      OriginDirectory origins,
      EdgeNetwork network,
      Supplier<URI> endpoint) {
    Scope home = new Scope(config.accountId(), config.region());
    LocalSqs sqs = new LocalSqs(store, lifecycle, endpoint);
    LocalEventBridge events = new LocalEventBridge(store, lifecycle, home, List.of(sqs.target()));
    this.all =
        List.of(
            new Backend("sts", StsClient.class, new LocalSts()),
            new Backend("sqs", SqsClient.class, sqs),
            new Backend("events", EventBridgeClient.class, events),
            new Backend(
                "cloudfront",
                CloudFrontClient.class,
                new LocalCloudFront(store, lifecycle, config.profile(), network)));
  }

  List<Backend> all() {
    return all;
  }
}
