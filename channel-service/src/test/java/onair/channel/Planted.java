package onair.channel;

import java.util.List;
import java.util.Map;
import onair.common.aws.AwsClients;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Puts things into AWS that no row of ours knows, by calls of its own. */
final class Planted implements AutoCloseable {

  private final MediaLiveClient live;
  private final MediaConnectClient flows;
  private final MediaPackageV2Client packages;
  private final SecretsManagerClient secrets;
  private final S3Client s3;

  Planted(AwsClients clients) {
    this.live = clients.create(MediaLiveClient.builder());
    this.flows = clients.create(MediaConnectClient.builder());
    this.packages = clients.create(MediaPackageV2Client.builder());
    this.secrets = clients.create(SecretsManagerClient.builder());
    this.s3 = clients.create(S3Client.builder().forcePathStyle(true));
  }

  /** Tags as our service writes them. */
  static Map<String, String> tags(String deployment, String owner, String kind) {
    return Map.of(
        "onair:deployment",
        deployment,
        "onair:organization",
        "org_1",
        "onair:resource",
        owner + "/" + kind,
        "onair:generation",
        "1");
  }

  String allowList(Map<String, String> tags) {
    return live.createInputSecurityGroup(
            request ->
                request
                    .whitelistRules(InputWhitelistRuleCidr.builder().cidr("10.0.0.0/8").build())
                    .tags(tags))
        .securityGroup()
        .id();
  }

  String input(String name, String allowList, Map<String, String> tags) {
    return live.createInput(
            request ->
                request
                    .name(name)
                    .requestId(name)
                    .type(software.amazon.awssdk.services.medialive.model.InputType.RTMP_PUSH)
                    .inputSecurityGroups(allowList)
                    .destinations(
                        InputDestinationRequest.builder().streamName("live/" + name).build())
                    .tags(tags))
        .input()
        .id();
  }

  /** An encoder like another one, fed by that input, and started. */
  String runningEncoder(String like, String name, String input, Map<String, String> tags) {
    var model = live.describeChannel(request -> request.channelId(like));
    String id =
        live.createChannel(
                request ->
                    request
                        .name(name)
                        .requestId(name)
                        .roleArn(model.roleArn())
                        .channelClass(model.channelClass())
                        .inputSpecification(model.inputSpecification())
                        .destinations(model.destinations())
                        .encoderSettings(model.encoderSettings())
                        .inputAttachments(
                            model.inputAttachments().getFirst().toBuilder().inputId(input).build())
                        .tags(tags))
            .channel()
            .id();
    live.startChannel(request -> request.channelId(id));
    return id;
  }

  String flow(String name, int port, Map<String, String> tags) {
    return flows
        .createFlow(
            request ->
                request
                    .name(name)
                    .flowTags(tags)
                    .source(
                        source ->
                            source
                                .name("contribution")
                                .protocol(Protocol.SRT_LISTENER)
                                .ingestPort(port)
                                .whitelistCidr("10.0.0.0/8")
                                .minLatency(500)))
        .flow()
        .flowArn();
  }

  /** A packaging channel with an endpoint. */
  void packaged(String group, String channel, Map<String, String> tags, Map<String, String> also) {
    packages.createChannel(
        request ->
            request
                .channelGroupName(group)
                .channelName(channel)
                .inputType(software.amazon.awssdk.services.mediapackagev2.model.InputType.CMAF)
                .tags(tags));
    packages.createOriginEndpoint(
        request ->
            request
                .channelGroupName(group)
                .channelName(channel)
                .originEndpointName("cmaf")
                .containerType(ContainerType.CMAF)
                .hlsManifests(manifest -> manifest.manifestName("index"))
                .tags(also));
  }

  String secret(String name, Map<String, String> tags) {
    return secrets
        .createSecret(
            request ->
                request
                    .name(name)
                    .secretString("a passphrase of somebody")
                    .tags(
                        tags.entrySet().stream()
                            .map(
                                tag ->
                                    Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()))
        .arn();
  }

  void folder(String bucket, String path) {
    for (String name : List.of(".onair", "index.m3u8")) {
      s3.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key(path + "/" + name)
                  .metadata(Map.of("onair-organization", "org_1")),
          RequestBody.fromString("x"));
    }
  }

  List<String> objects(String bucket, String path) {
    return s3.listObjectsV2(request -> request.bucket(bucket).prefix(path)).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  @Override
  public void close() {
    live.close();
    flows.close();
    packages.close();
    secrets.close();
    s3.close();
  }
}
