package onair.awslocal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import onair.awslocal.cloudfront.LocalCloudFront;
import onair.awslocal.cloudwatch.LocalCloudWatch;
import onair.awslocal.control.Endpoint;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.eventbridge.LocalEventBridge;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.MediaFaults;
import onair.awslocal.media.plane.MediaPlane;
import onair.awslocal.mediaconnect.LocalMediaConnect;
import onair.awslocal.mediaconnect.MediaConnectSettings;
import onair.awslocal.mediaconvert.LocalMediaConvert;
import onair.awslocal.medialive.LocalMediaLive;
import onair.awslocal.medialive.MediaLiveSettings;
import onair.awslocal.mediapackage.LocalMediaPackage;
import onair.awslocal.mediapackage.PackageSettings;
import onair.awslocal.mediapackagev2.LocalMediaPackageV2;
import onair.awslocal.mediapackagev2.MediaPackageSettings;
import onair.awslocal.mediapackagevod.LocalMediaPackageVod;
import onair.awslocal.mediastore.LocalMediaStore;
import onair.awslocal.mediatailor.LocalMediaTailor;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.Backend;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.Scope;
import onair.awslocal.s3.S3Handler;
import onair.awslocal.secretsmanager.LocalSecretsManager;
import onair.awslocal.servicequotas.LocalServiceQuotas;
import onair.awslocal.signature.Signatures;
import onair.awslocal.sqs.LocalSqs;
import onair.awslocal.ssm.LocalSsm;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStores;
import onair.awslocal.sts.LocalSts;
import org.eclipse.jetty.server.Handler;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagevod.MediaPackageVodClient;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Every AWS service there is, and what each is made of. A new service is added here and nowhere
 * else.
 */
final class Backends implements AutoCloseable {

  private final List<Backend> all;
  private final List<Consumer<Ledger>> recorded;
  private final LocalMediaPackageV2 mediaPackage;
  private final LocalMediaConnect mediaConnect;
  private final LocalMediaPackage mediaPackageV1;
  private final LocalMediaPackageVod mediaPackageVod;
  private final LocalMediaLive mediaLive;
  private final LocalMediaConvert mediaConvert;
  private final LocalMediaTailor mediaTailor;
  private final LocalMediaStore mediaStore;
  private final Handler data;
  private final AppliedQuotas quotas;
  private final LocalServiceQuotas serviceQuotas;
  private final S3Handler s3;
  private final LocalSqs sqs;

  /**
   * @param signatures says who may call
   * @param filter what calls of S3 and MediaStore Data go through
   * @param way how events get to their targets
   * @param endpoint of the API, known once it listens
   */
  Backends(
      AwsLocalConfig config,
      StateStore store,
      ObjectStores objects,
      Lifecycle lifecycle,
      MediaPlane plane,
      OriginDirectory origins,
      EdgeNetwork network,
      Metrics metrics,
      Signatures signatures,
      CallFilter filter,
      DeliveryRoute way,
      Supplier<URI> endpoint) {
    Scope home = new Scope(config.accountId(), config.region());
    this.quotas = new AppliedQuotas(store, config.quotas());
    this.sqs = new LocalSqs(store, lifecycle, endpoint);
    LocalEventBridge events =
        new LocalEventBridge(store, lifecycle, home, List.of(sqs.target()), way);
    this.s3 = new S3Handler(objects.s3(), store, signatures, lifecycle::now, origins, home, filter);
    this.mediaPackage =
        new LocalMediaPackageV2(
            new MediaPackageSettings(config.profile(), quotas),
            store,
            lifecycle,
            plane.origin(),
            origins,
            events,
            objects.s3());
    LocalSecretsManager secrets = new LocalSecretsManager(store, lifecycle::now);
    this.mediaConnect =
        new LocalMediaConnect(
            new MediaConnectSettings(config.publicHost(), config.profile(), quotas),
            store,
            lifecycle,
            events,
            secrets::text,
            plane.flows());
    this.mediaPackageV1 =
        new LocalMediaPackage(
            new PackageSettings(config.profile(), quotas),
            store,
            lifecycle,
            plane.origin(),
            origins,
            events,
            objects.s3());
    this.mediaLive =
        new LocalMediaLive(
            new MediaLiveSettings(config.publicHost(), plane.rtmpPort(), config.profile(), quotas),
            store,
            lifecycle,
            events,
            plane.encoders(),
            new FlowOutputs(mediaConnect),
            secrets::text);
    this.mediaConvert =
        new LocalMediaConvert(
            store,
            lifecycle,
            events,
            plane.transcoder(),
            objects.s3(),
            config.data().resolve("media").resolve("jobs"),
            endpoint,
            quotas);
    this.mediaTailor =
        new LocalMediaTailor(
            store,
            lifecycle,
            config.data().resolve("mediatailor"),
            plane.transcoder(),
            metrics,
            origins);
    this.mediaStore =
        new LocalMediaStore(
            store, objects.mediaStore(), origins, lifecycle, config.profile(), events, endpoint);
    this.data = mediaStore.data(signatures, filter);
    this.serviceQuotas = new LocalServiceQuotas(store, lifecycle, config.profile(), quotas);
    this.mediaPackageVod =
        new LocalMediaPackageVod(
            config.profile(),
            quotas,
            store,
            lifecycle,
            events,
            objects.s3(),
            origins,
            secrets::text);
    var cloudFront = new LocalCloudFront(store, lifecycle, config.profile(), network, quotas);
    this.recorded =
        List.of(
            mediaLive::record,
            mediaConnect::record,
            mediaPackage::record,
            mediaPackageV1::record,
            mediaConvert::record,
            mediaTailor::record,
            mediaStore::record,
            cloudFront::record,
            sqs::record,
            secrets::record,
            events::record);
    this.all =
        List.of(
            new Backend("mediastore", MediaStoreClient.class, mediaStore),
            new Backend("mediaconnect", MediaConnectClient.class, mediaConnect),
            new Backend("medialive", MediaLiveClient.class, mediaLive),
            new Backend("mediaconvert", MediaConvertClient.class, mediaConvert),
            new Backend("mediapackagev2", MediaPackageV2Client.class, mediaPackage),
            new Backend("mediatailor", MediaTailorClient.class, mediaTailor),
            new Backend("mediapackage", MediaPackageClient.class, mediaPackageV1),
            new Backend("mediapackage-vod", MediaPackageVodClient.class, mediaPackageVod),
            new Backend("sts", StsClient.class, new LocalSts()),
            new Backend("sqs", SqsClient.class, sqs),
            new Backend("secretsmanager", SecretsManagerClient.class, secrets),
            new Backend("events", EventBridgeClient.class, events),
            new Backend(
                "monitoring", CloudWatchClient.class, new LocalCloudWatch(metrics, lifecycle::now)),
            new Backend("ssm", SsmClient.class, new LocalSsm(store, lifecycle::now)),
            new Backend("servicequotas", ServiceQuotasClient.class, serviceQuotas),
            new Backend("cloudfront", CloudFrontClient.class, cloudFront));
  }

  /** What can be broken of the media that services move. */
  List<Endpoint> broken(MediaFaults media) {
    return new MediaEndpoints(mediaLive, media).all();
  }

  /** Lets the ledger write down what happens to resources. */
  void record(Ledger ledger) {
    recorded.forEach(service -> service.accept(ledger));
  }

  /** Lets the media plane go on with what a former process left running. */
  void resume() {
    serviceQuotas.resume();
    mediaStore.resume();
    mediaPackage.resume();
    mediaConnect.resume();
    mediaPackageV1.resume();
    mediaPackageVod.resume();
    mediaLive.resume();
    mediaTailor.resume();
    mediaConvert.resume();
  }

  /** Each adds what one service has done since the call before. */
  List<Runnable> probes(Metrics metrics) {
    return List.of(
        () -> mediaLive.measure(metrics, Instant.now()),
        () -> mediaConnect.measure(metrics),
        () -> mediaPackage.measure(metrics),
        () -> mediaPackageV1.measure(metrics),
        () -> mediaPackageVod.measure(metrics));
  }

  /** Ends what services do on their own. */
  @Override
  public void close() {
    sqs.close();
    mediaConvert.close();
    mediaTailor.close();
  }

  /** S3 and MediaStore Data have ways of their own over HTTP. */
  Handler objects() {
    return new Handler.Sequence(s3, data);
  }

  List<Backend> all() {
    return all;
  }

  AppliedQuotas quotas() {
    return quotas;
  }
}
