package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.medialive.waiters.MediaLiveWaiter;

/** The SDK's own waiters see what they wait for, as time really passes. */
class WaiterTest {

  private static final Duration OFTEN = Duration.ofMillis(50);

  @TempDir Path folder;

  @Test
  void waitersSeeAChannelFromCreationToDeletion() throws Exception {
    try (MediaLive aws = MediaLive.inRealTime(folder);
        MediaLiveWaiter waiter = waiter(aws)) {
      String group = aws.group();
      String input =
          aws.client
              .createInput(
                  i ->
                      i.type("RTMP_PUSH")
                          .inputSecurityGroups(group)
                          .destinations(d -> d.streamName("live/show")))
              .input()
              .id();
      waiter.waitUntilInputDetached(i -> i.inputId(input));
      String id = aws.client.createChannel(ChannelRequests.live("show", input)).channel().id();
      waiter.waitUntilChannelCreated(c -> c.channelId(id));
      waiter.waitUntilInputAttached(i -> i.inputId(input));
      aws.client.startChannel(c -> c.channelId(id));
      waiter.waitUntilChannelRunning(c -> c.channelId(id));
      aws.client.stopChannel(c -> c.channelId(id));
      waiter.waitUntilChannelStopped(c -> c.channelId(id));
      aws.client.deleteChannel(c -> c.channelId(id));
      waiter.waitUntilChannelDeleted(c -> c.channelId(id));
      waiter.waitUntilInputDetached(i -> i.inputId(input));
      aws.client.deleteInput(i -> i.inputId(input));
      waiter.waitUntilInputDeleted(i -> i.inputId(input));
      aws.client.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(group));

      assertThat(aws.encoders.open).isEmpty();
      assertThat(aws.encoders.stopped).containsExactly(id);
    }
  }

  private static MediaLiveWaiter waiter(MediaLive aws) {
    return MediaLiveWaiter.builder()
        .client(aws.client)
        .overrideConfiguration(
            c ->
                c.maxAttempts(600)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(OFTEN)))
        .build();
  }
}
