package onair.channel.adbreak;

import java.util.Optional;

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
        ? Optional.of(new Broadcast(channelId, "pb_1", status, live, packaged, "777"))
        : Optional.empty();
  }
}
