package onair.common.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.reconcile.ResourceRow.Create;
import org.jspecify.annotations.Nullable;

/** Asks AWS what there is; a failure ends the run and changes nothing. */
final class LookCall<O> {
  private final RunState<O> state;

  LookCall(RunState<O> state) {
    this.state = state;
  }

  /** The recorded id. */
  @Nullable RunEnd<O> observe() {
    var id = state.row().physicalId();
    if (id == null) {
      throw new IllegalStateException(state.row().key() + " has no id to look for");
    }
    var since = state.now();
    return asking(() -> state.learned(state.facts().seen(look(id), since)));
  }

  /** Every copy. Listings may be stale: what is not ours for certain is confirmed by its id. */
  @Nullable RunEnd<O> list() {
    var since = state.now();
    return asking(
        () -> {
          var condemned = state.condemned();
          var listed =
              state.edge().find(state.identity()).stream()
                  .filter(copy -> !condemned.contains(copy.physicalId()))
                  .toList();
          var copies =
              state.row().create() == Create.KNOWN ? new ArrayList<>(listed) : confirmed(listed);
          copies.sort(
              Comparator.comparing(
                  Found::createdAt, Comparator.nullsLast(Comparator.naturalOrder())));
          boolean unconfirmed = copies.size() < listed.size();
          state.learned(state.facts().listed(new Facts.Listing<>(copies, unconfirmed, since)));
        });
  }

  private ArrayList<Found<O>> confirmed(List<Found<O>> listed) {
    var confirmed = new ArrayList<Found<O>>();
    for (var copy : listed) {
      look(copy.physicalId())
          .map(now -> new Found<>(now.physicalId(), now.observed(), copy.createdAt()))
          .ifPresent(confirmed::add);
    }
    return confirmed;
  }

  private Optional<Found<O>> look(String physicalId) {
    try {
      return state.edge().observe(physicalId);
    } catch (RuntimeException thrown) {
      if (state.read(thrown).meaning() == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw thrown;
    }
  }

  @Nullable RunEnd<O> asking(Runnable question) {
    try {
      question.run();
    } catch (RuntimeException thrown) {
      return RunEnd.stopped(Refusals.outcome(state.read(thrown)));
    }
    CrashPoint.hit("resource.asked");
    return null;
  }
}
