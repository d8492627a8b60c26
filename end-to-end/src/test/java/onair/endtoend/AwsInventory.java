package onair.endtoend;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Everything billable or quota-bound that stands in the account, asked from AWS itself and not from
 * our tables.
 */
final class AwsInventory implements AutoCloseable {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create("AKIAINVENTORY0000000", "inventory"));

  private final MediaLiveClient mediaLive;
  private final MediaPackageV2Client mediaPackage;
  private final MediaPackageClient mediaPackageV1;
  private final MediaConnectClient mediaConnect;
  private final SecretsManagerClient secrets;

  AwsInventory(String endpoint) {
    URI address = URI.create(endpoint);
    mediaLive = client(MediaLiveClient.builder(), address);
    mediaPackage = client(MediaPackageV2Client.builder(), address);
    mediaPackageV1 = client(MediaPackageClient.builder(), address);
    mediaConnect = client(MediaConnectClient.builder(), address);
    secrets = client(SecretsManagerClient.builder(), address);
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI address) {
    return builder
        .endpointOverride(address)
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  /** AWS's id of a channel's encoder. */
  String encoder(String channelId) {
    return mediaLive.listChannelsPaginator(request -> {}).channels().stream()
        .filter(channel -> channel.name().equals(channelId))
        .filter(channel -> !channel.stateAsString().equals("DELETED"))
        .map(channel -> channel.id())
        .findFirst()
        .orElseThrow();
  }

  /** States of all flows. */
  List<String> flows() {
    return mediaConnect.listFlowsPaginator(request -> {}).flows().stream()
        .map(flow -> flow.statusAsString())
        .toList();
  }

  /** Names of what belongs to channels; a MediaLive resource that AWS lists as DELETED is gone. */
  List<String> channelResources() {
    List<String> names = new ArrayList<>();
    mediaLive.listChannelsPaginator(request -> {}).channels().stream()
        .filter(channel -> !channel.stateAsString().equals("DELETED"))
        .forEach(
            channel ->
                names.add("MediaLive channel " + channel.name() + " " + channel.stateAsString()));
    mediaLive.listInputsPaginator(request -> {}).inputs().stream()
        .filter(input -> !input.stateAsString().equals("DELETED"))
        .forEach(
            input -> names.add("MediaLive input " + input.name() + " " + input.stateAsString()));
    mediaLive.listInputSecurityGroupsPaginator(request -> {}).inputSecurityGroups().stream()
        .filter(group -> !group.stateAsString().equals("DELETED"))
        .forEach(group -> names.add("MediaLive input security group " + group.id()));
    mediaPackage
        .listChannelGroupsPaginator(request -> {})
        .items()
        .forEach(
            group ->
                mediaPackage
                    .listChannelsPaginator(
                        request -> request.channelGroupName(group.channelGroupName()))
                    .items()
                    .forEach(
                        channel -> names.add("MediaPackage channel " + channel.channelName())));
    mediaPackageV1
        .listChannelsPaginator(request -> {})
        .channels()
        .forEach(channel -> names.add("MediaPackage v1 channel " + channel.id()));
    mediaConnect
        .listFlowsPaginator(request -> {})
        .flows()
        .forEach(flow -> names.add("MediaConnect flow " + flow.name()));
    secrets.listSecretsPaginator(request -> {}).stream()
        .flatMap(page -> page.secretList().stream())
        .forEach(secret -> names.add("secret " + secret.name()));
    return names;
  }

  @Override
  public void close() {
    mediaLive.close();
    mediaPackage.close();
    mediaPackageV1.close();
    mediaConnect.close();
    secrets.close();
  }
}
