package onair.channel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.common.aws.AwsClients;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** aws-local in this JVM, which can go away and come back at the same address with its state. */
final class LocalCloud {

  private final Path data;
  private final String profile;
  private final String quotas;
  private final URI endpoint;
  private @Nullable AwsLocal running;

  /** Whose states change in no time. */
  LocalCloud(Path data) {
    this(data, "instant");
  }

  /**
   * @param profile how long state changes take
   */
  LocalCloud(Path data, String profile) {
    this(data, profile, "off");
  }

  /**
   * @param quotas {@code default} to hold everybody to AWS's default limits
   */
  LocalCloud(Path data, String profile, String quotas) {
    this.data = data;
    this.profile = profile;
    this.quotas = quotas;
    AwsLocal first = start(0);
    this.endpoint = first.endpoint();
    this.running = first;
  }

  private AwsLocal start(int port) {
    return AwsLocal.start(
        AwsLocalConfig.from(
            Map.of(
                "AWS_LOCAL_PORT",
                Integer.toString(port),
                "AWS_LOCAL_EDGE_PORT",
                "0",
                "AWS_LOCAL_RTMP_PORT",
                "0",
                "AWS_LOCAL_PROFILE",
                profile,
                "AWS_LOCAL_QUOTAS",
                quotas,
                "AWS_LOCAL_DATA",
                data.toString())));
  }

  URI endpoint() {
    return endpoint;
  }

  void down() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  void up() {
    if (running == null) {
      running = start(endpoint.getPort());
    }
  }

  /** What somebody does who stops every running channel in the console. */
  static void stopEncoders(AwsClients clients) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      live.listChannelsPaginator(request -> {}).channels().stream()
          .filter(channel -> channel.state() == ChannelState.RUNNING)
          .forEach(channel -> live.stopChannel(request -> request.channelId(channel.id())));
    }
  }

  /** Everything of channels that exists, by listing: kind and name or id. */
  static List<String> everything(AwsClients clients, String group) {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder());
        MediaPackageV2Client packages = clients.create(MediaPackageV2Client.builder())) {
      return Stream.of(
              live.listChannelsPaginator(request -> {}).channels().stream()
                  .filter(channel -> channel.state() != ChannelState.DELETED)
                  .map(channel -> "channel " + channel.name()),
              live.listInputsPaginator(request -> {}).inputs().stream()
                  .filter(input -> input.state() != InputState.DELETED)
                  .map(input -> "input " + input.name()),
              live.listInputSecurityGroupsPaginator(request -> {}).inputSecurityGroups().stream()
                  .filter(list -> list.state() != InputSecurityGroupState.DELETED)
                  .map(list -> "allow list " + list.id()),
              packages
                  .listChannelsPaginator(request -> request.channelGroupName(group))
                  .items()
                  .stream()
                  .map(channel -> "package channel " + channel.channelName()))
          .flatMap(things -> things)
          .toList();
    }
  }
}
