package onair.channel.timer;

import java.util.List;
import onair.common.patch.Patch;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a user may do with timers, for tests of channels. */
public final class TimersAtHand {

  private final TimerCommands commands;

  private TimersAtHand(TimerCommands commands) {
    this.commands = commands;
  }

  /** Timers beside the channels of a test. */
  @Configuration(proxyBeanMethods = false)
  @Import(TimerConfiguration.class)
  public static class World {

    @Bean
    TimersAtHand timersAtHand(TimerCommands commands) {
      return new TimersAtHand(commands);
    }
  }

  /** Limits the whole of a broadcast. */
  public void maximum(String organizationId, String channelId, @Nullable Integer seconds) {
    commands.limit(
        organizationId,
        channelId,
        IfMatch.any(),
        new TimersPatch(Patch.absent(), Patch.absent(), Patch.of(seconds)));
  }

  /** No timer but the maximum duration. */
  public void waitForEver(String organizationId, String channelId) {
    commands.limit(
        organizationId,
        channelId,
        IfMatch.any(),
        new TimersPatch(Patch.of(0), Patch.of(0), Patch.absent()));
  }

  public void extend(String organizationId, String channelId, int seconds) {
    commands.extend(organizationId, channelId, new ExtensionRequest(seconds, null));
  }

  /** Those that count, the next to end first. */
  public List<String> counting(String organizationId, String channelId) {
    return commands.find(organizationId, channelId).countdowns().stream()
        .map(countdown -> countdown.timer().word())
        .toList();
  }
}
