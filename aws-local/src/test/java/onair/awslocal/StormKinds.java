package onair.awslocal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.protocol.LocalApi;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What there is to make a storm of: the same few calls of many services. */
final class StormKinds implements AutoCloseable {

  private final URI endpoint;
  private final List<AutoCloseable> clients = new ArrayList<>();

  StormKinds(URI endpoint) {
    this.endpoint = endpoint;
  }

  Map<String, StormActor.Kind> all() {
    Map<String, StormActor.Kind> all = new LinkedHashMap<>();
    S3Client s3 = client(S3Client.builder().forcePathStyle(true));
    s3.createBucket(b -> b.bucket("storm"));
    s3.createBucket(b -> b.bucket("parts"));
    all.put("object", new StormObjects.Objects(s3));
    all.put("multipart object", new StormObjects.MultipartObjects(s3));
    all.put("secret", new StormResources.Secrets(client(SecretsManagerClient.builder())));
    all.put("parameter", new StormResources.Parameters(client(SsmClient.builder())));
    all.put("message", messages());
    all.put("input", new StormChannels.Inputs(client(MediaLiveClient.builder())));
    all.put("channel", channels());
    all.put("flow", new StormChannels.Flows(client(MediaConnectClient.builder())));
    all.put("fed input", fedInputs());
    all.put("package channel", packageChannels());
    all.put(
        "access control", new StormResources.AccessControls(client(CloudFrontClient.builder())));
    all.put("playback", new StormResources.Playbacks(client(MediaTailorClient.builder())));
    all.put("rule", new StormResources.Rules(client(EventBridgeClient.builder())));
    all.put(
        "transcoding queue",
        new StormResources.TranscodingQueues(client(MediaConvertClient.builder())));
    return all;
  }

  private StormActor.Kind messages() {
    SqsClient sqs = client(SqsClient.builder());
    return new StormResources.Messages(sqs, sqs.createQueue(q -> q.queueName("storm")).queueUrl());
  }

  private StormActor.Kind channels() {
    MediaLiveClient live = client(MediaLiveClient.builder());
    return new StormChannels.Channels(live);
  }

  private StormActor.Kind fedInputs() {
    MediaConnectClient connect = client(MediaConnectClient.builder());
    String flow =
        connect
            .createFlow(
                f ->
                    f.name("feed")
                        .source(
                            s ->
                                s.name("in")
                                    .protocol("rtp")
                                    .ingestPort(5004)
                                    .whitelistCidr("10.0.0.0/8")))
            .flow()
            .flowArn();
    return new StormChannels.FlowInputs(client(MediaLiveClient.builder()), connect, flow);
  }

  private StormActor.Kind packageChannels() {
    MediaPackageV2Client client = client(MediaPackageV2Client.builder());
    client.createChannelGroup(g -> g.channelGroupName("storm"));
    return new StormResources.PackageChannels(client);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable>
      C client(B builder) {
    C client = LocalApi.client(builder, endpoint);
    clients.add(client);
    return client;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable client : clients) {
      client.close();
    }
  }
}
