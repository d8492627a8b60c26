package onair.awslocal;

import java.util.Map;
import java.util.function.Supplier;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;
import onair.awslocal.life.Gate;
import onair.awslocal.snapshot.SnapshotRefused;
import onair.awslocal.state.DamagedState;
import org.jspecify.annotations.Nullable;

/** Resets, snapshots and restores from outside. */
record StateEndpoints(Installation installation) {

  private record Named(@Nullable String name) {}

  void addTo(ControlDoor door) {
    door.add(
        new Endpoint(
            "POST",
            "/reset",
            "forgets everything but snapshots, and sets the clock to the system's time",
            request -> done(installation::reset)));
    door.add(
        new Endpoint(
            "GET",
            "/snapshots",
            "lists the snapshots",
            request -> ControlAnswer.ok(Map.of("snapshots", installation.snapshots()))));
    door.add(
        new Endpoint(
            "POST", "/snapshots", "keeps everything as it is under {\"name\"}", this::take));
    door.add(
        new Endpoint(
            "DELETE",
            "/snapshots/{name}",
            "forgets a snapshot",
            request -> done(() -> installation.delete(request.path("name")))));
    door.add(
        new Endpoint(
            "POST",
            "/snapshots/{name}/restore",
            "makes everything as it was",
            request -> done(() -> installation.restore(request.path("name")))));
  }

  private ControlAnswer take(ControlRequest request) {
    String name = request.body(Named.class).name();
    if (name == null) {
      throw ControlRefused.invalid("The snapshot needs a name.");
    }
    return new ControlAnswer(201, answered(() -> installation.take(name)));
  }

  private static ControlAnswer done(Runnable action) {
    return answered(
        () -> {
          action.run();
          return ControlAnswer.done();
        });
  }

  private static <T> T answered(Supplier<T> action) {
    try {
      return action.get();
    } catch (SnapshotRefused e) {
      String message = String.valueOf(e.getMessage());
      throw switch (e.reason()) {
        case BAD_NAME -> ControlRefused.invalid(message);
        case NOT_FOUND -> ControlRefused.notFound(message);
        case EXISTS -> new ControlRefused(409, "Conflict", message);
      };
    } catch (DamagedState e) {
      throw new ControlRefused(409, "Damaged", String.valueOf(e.getMessage()));
    } catch (Gate.StillBusy e) {
      throw new ControlRefused(503, "Busy", String.valueOf(e.getMessage()));
    }
  }
}
