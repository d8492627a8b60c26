package onair.awslocal.cloudfront;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.edge.EdgeServer;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.signature.Signatures;
import onair.awslocal.state.StateStore;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;

/**
 * CloudFront and its edge on real ports over a folder, with time moved by hand, and the AWS SDK as
 * its client.
 */
final class CloudFront implements AutoCloseable, InstantSource {

  static final String ORIGIN = "abc.egress.xyz.mediapackagev2.us-east-1.amazonaws.com";
  static final String MEDIA_PACKAGE_POLICY = "08627262-05a9-4f76-9ded-b50ca2e3a84f";
  static final Duration DEPLOYMENT = Duration.ofSeconds(1);

  final OriginDirectory origins = new OriginDirectory();
  final Metrics metrics = new Metrics(this);
  final CloudFrontClient client;
  final AppliedQuotas quotas;

  private final StateStore store;
  private final Lifecycle lifecycle = Lifecycle.manual(this);
  private final Server api = new Server();
  private final EdgeServer edge;
  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  CloudFront(Path folder) throws Exception {
    this.store = new StateStore(folder);
    EdgeNetwork network = new EdgeNetwork(origins, this, this, 1 << 20, new EdgeMetrics(metrics));
    this.edge = new EdgeServer("127.0.0.1", 0, network.handler());
    this.quotas = new AppliedQuotas(store, false);
    LocalCloudFront backend = new LocalCloudFront(store, lifecycle, Profile.FAST, network, quotas);
    ServerConnector connector = new ServerConnector(api);
    connector.setHost("127.0.0.1");
    api.addConnector(connector);
    api.setHandler(
        new AwsProtocol(
            List.of(new Backend("cloudfront", CloudFrontClient.class, backend)),
            Signatures.anybody("111122223333"),
            List.of()));
    api.start();
    edge.start();
    this.client =
        CloudFrontClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD))
            .build();
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }

  /** Lets the origin answer with the query it sees, in the order of names. */
  void echoQuery() {
    origins.register(
        ORIGIN,
        asked ->
            new OriginResponse(
                200,
                "text/plain",
                Duration.ofSeconds(-1),
                new TreeMap<>(asked.query()).toString().getBytes(StandardCharsets.UTF_8)));
  }

  URI viewer(String path) {
    return URI.create("http://127.0.0.1:" + edge.port() + path);
  }

  static DistributionConfig config(String reference) {
    return DistributionConfig.builder()
        .callerReference(reference)
        .comment("test")
        .enabled(true)
        .origins(o -> o.quantity(1).items(origin("mp")))
        .defaultCacheBehavior(behavior("mp"))
        .build();
  }

  static Origin origin(String id) {
    return Origin.builder()
        .id(id)
        .domainName(ORIGIN)
        .customOriginConfig(
            c ->
                c.httpPort(80).httpsPort(443).originProtocolPolicy(OriginProtocolPolicy.HTTPS_ONLY))
        .build();
  }

  static DefaultCacheBehavior behavior(String target) {
    return DefaultCacheBehavior.builder()
        .targetOriginId(target)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicyId(MEDIA_PACKAGE_POLICY)
        .build();
  }

  static CacheBehavior behavior(String path, String target) {
    return CacheBehavior.builder()
        .pathPattern(path)
        .targetOriginId(target)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicyId(MEDIA_PACKAGE_POLICY)
        .build();
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.stop();
    edge.close();
    lifecycle.close();
    store.close();
  }
}
