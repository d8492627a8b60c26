package onair.channel.schedule;

import java.util.List;
import java.util.Optional;

/** Every channel of one organization is as a test says. */
final class FakeChannels implements Broadcasts {

  private volatile boolean running;
  private volatile boolean metadata;
  private volatile List<String> inputs = List.of("main");

  void be(boolean isRunning, boolean hasMetadata, String... hasInputs) {
    running = isRunning;
    metadata = hasMetadata;
    inputs = List.of(hasInputs);
  }

  @Override
  public Optional<Broadcast> find(String organizationId, String channelId) {
    return organizationId.equals("org_1")
        ? Optional.of(
            new Broadcast(
                channelId,
                "pb_1",
                running ? "waiting" : "idle",
                false,
                running,
                true,
                metadata,
                1,
                inputs,
                "777"))
        : Optional.empty();
  }
}
