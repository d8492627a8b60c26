package onair.channel.timer;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Airing;
import onair.common.reconcile.Wakes;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users want of timers, and shows them. */
final class TimerCommands {

  private final ChannelDirectory channels;
  private final TimerStore store;
  private final TimerProperties properties;
  private final Wakes wakes;
  private final TransactionTemplate transactions;

  TimerCommands(
      ChannelDirectory channels,
      TimerStore store,
      TimerProperties properties,
      Wakes wakes,
      TransactionTemplate transactions) {
    this.channels = channels;
    this.store = store;
    this.properties = properties;
    this.wakes = wakes;
    this.transactions = transactions;
  }

  /** The timers of a channel and what of them counts now. */
  record View(Timers timers, Airing airing, List<Countdown> countdowns) {}

  View find(String organizationId, String channelId) {
    return view(
        channels
            .airing(organizationId, channelId)
            .orElseThrow(() -> TimerProblems.channelNotFound(channelId)));
  }

  /** Other limits; they count from when the timer began, so an earlier one may be over at once. */
  View limit(String organizationId, String channelId, IfMatch ifMatch, TimersPatch patch) {
    return change(
        organizationId,
        channelId,
        view -> {
          ifMatch.require(view.timers().version());
          Limits limits = patch.limits(view.timers().limits());
          return limits.equals(view.timers().limits())
              ? view.timers()
              : view.timers().limited(limits);
        });
  }

  /** A timer that counts lasts longer this time; it is warned of again. */
  View extend(String organizationId, String channelId, ExtensionRequest request) {
    return change(
        organizationId,
        channelId,
        view -> {
          Countdown countdown =
              view.countdowns().stream()
                  .filter(
                      counts ->
                          request.timer() == null || counts.timer().word().equals(request.timer()))
                  .findFirst()
                  .orElseThrow(() -> TimerProblems.doesNotCount(request.timer()));
          return view.timers().progressed(countdown.progress().extended(request.seconds()));
        });
  }

  private View change(String organizationId, String channelId, Function<View, Timers> change) {
    View changed =
        transactions.execute(
            status -> {
              Airing airing =
                  channels
                      .lockAiring(organizationId, channelId)
                      .orElseThrow(() -> TimerProblems.channelNotFound(channelId));
              if (airing.deleted()) {
                throw TimerProblems.channelDeleted();
              }
              View before = view(airing);
              Timers after = change.apply(before);
              if (after.version() != before.timers().version()) {
                store.save(after);
                wakes.wake(TimerReconciler.NAME, TimerReconciler.owner(channelId));
              }
              return new View(after, airing, Countdown.of(after, airing, properties));
            });
    return Objects.requireNonNull(changed);
  }

  private View view(Airing airing) {
    Timers timers = store.of(airing.channelId(), airing.organizationId());
    return new View(timers, airing, Countdown.of(timers, airing, properties));
  }
}
