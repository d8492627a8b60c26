package onair.channel.adbreak;

import java.util.List;
import java.util.Optional;
import onair.channel.schedule.Broadcasts;

/** Every channel of one organization is as a test says. */
final class FakeBroadcasts implements Broadcasts {

  private volatile String status = "idle";
  private volatile boolean live;
  private volatile boolean packaged = true;

  void be(String newStatus, boolean isLive, boolean isPackaged) {
    status = newStatus;
    live = isLive;
    packaged = isPackaged;
  }

  @Override
  public Optional<Broadcast> find(String organizationId, String channelId) {
    return organizationId.equals("org_1")
        ? Optional.of(
            new Broadcast(
                channelId, "pb_1", status, live, live, packaged, true, 1, List.of("main"), "777"))
        : Optional.empty();
  }
}
