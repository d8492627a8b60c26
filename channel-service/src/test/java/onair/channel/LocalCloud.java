package onair.channel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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

  private final AwsLocalConfig config;
  private final URI endpoint;
  private @Nullable AwsLocal running;

  LocalCloud(Path data) {
    AwsLocal first = AwsLocal.start(AwsLocalConfig.forTests(data));
    this.endpoint = first.endpoint();
    this.running = first;
    AwsLocalConfig any = AwsLocalConfig.forTests(data);
    this.config =
        new AwsLocalConfig(
            any.host(),
            endpoint.getPort(),
            any.edgePort(),
            any.rtmpPort(),
            any.data(),
            any.profile(),
            any.ffmpeg(),
            any.maxEncoders(),
            any.accountId(),
            any.region());
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
      running = AwsLocal.start(config);
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
