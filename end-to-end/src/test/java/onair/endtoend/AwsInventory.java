package onair.endtoend;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

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

  AwsInventory(String endpoint) {
    URI address = URI.create(endpoint);
    mediaLive =
        MediaLiveClient.builder()
            .endpointOverride(address)
            .region(Region.EU_WEST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
    mediaPackage =
        MediaPackageV2Client.builder()
            .endpointOverride(address)
            .region(Region.EU_WEST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
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
    return names;
  }

  @Override
  public void close() {
    mediaLive.close();
    mediaPackage.close();
  }
}
