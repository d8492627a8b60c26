package onair.channel.drift;

import java.util.Map;
import onair.channel.drift.Drift.Status;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;

/** Tells an organization of settings that drift, in the caller's transaction. */
final class DriftEvents {

  private final Outbox outbox;

  DriftEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** A setting differs that did not, or was adopted as something else. */
  void detected(Drift drift) {
    publish("drift.detected", drift);
  }

  /** It is as asked for again. */
  void ended(Drift drift) {
    publish(drift.status() == Status.REPAIRED ? "drift.repaired" : "drift.cleared", drift);
  }

  private void publish(String type, Drift drift) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            drift.organizationId(),
            new DomainEvent.Resource("drift", drift.id(), drift.version()),
            Map.of(
                "kind", drift.key().kind(),
                "physical_id", drift.physicalId(),
                "owner_id", drift.key().owner(),
                "field", drift.difference().field(),
                "wanted", drift.difference().wanted(),
                "found", drift.difference().found()),
            drift.updatedAt()));
  }
}
