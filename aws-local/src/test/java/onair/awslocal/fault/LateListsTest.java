package onair.awslocal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.Door;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

class LateListsTest {

  @Test
  void whereTimesAreRealisticListsAreASecondLate(@TempDir Path folder) {
    AwsLocalConfig config =
        AwsLocalConfig.from(
            Map.of(
                "AWS_LOCAL_PORT", "0",
                "AWS_LOCAL_EDGE_PORT", "0",
                "AWS_LOCAL_RTMP_PORT", "0",
                "AWS_LOCAL_PROFILE", "realistic",
                "AWS_LOCAL_DATA", folder.toString()));
    try (AwsLocal local = AwsLocal.start(config);
        MediaPackageV2Client packager =
            LocalApi.client(MediaPackageV2Client.builder(), local.endpoint())) {
      Door door = new Door(local.endpoint());
      door.post("/clock/freeze");
      packager.createChannelGroup(g -> g.channelGroupName("news"));
      assertThat(packager.getChannelGroup(g -> g.channelGroupName("news")).arn()).isNotBlank();
      assertThat(packager.listChannelGroups(g -> {}).items()).isEmpty();
      door.post("/clock/advance", "{\"seconds\":1}");
      assertThat(packager.listChannelGroups(g -> {}).items()).hasSize(1);
      packager.deleteChannelGroup(g -> g.channelGroupName("news"));
      assertThat(packager.listChannelGroups(g -> {}).items()).hasSize(1);
      door.post("/clock/advance", "{\"seconds\":1}");
      assertThat(packager.listChannelGroups(g -> {}).items()).isEmpty();
    }
  }
}
