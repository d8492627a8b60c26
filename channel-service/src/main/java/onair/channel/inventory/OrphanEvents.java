package onair.channel.inventory;

import java.time.InstantSource;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.sweep.Orphan;
import onair.common.sweep.Orphan.Status;
import onair.common.sweep.OrphanNews;
import onair.common.time.Times;

/** Tells the organization that an orphan's tag names what became of it. */
final class OrphanEvents implements OrphanNews {

  private final Outbox outbox;
  private final InstantSource clock;

  OrphanEvents(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void told(Orphan orphan) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "orphan." + orphan.status().word(),
            orphan.organizationId(),
            new DomainEvent.Resource(
                "orphan", orphan.id(), orphan.status() == Status.FOUND ? 1 : 2),
            Map.of(
                "kind", orphan.kind(),
                "physical_id", orphan.physicalId(),
                "resource", orphan.resource(),
                "state", orphan.state()),
            Times.now(clock)));
  }
}
