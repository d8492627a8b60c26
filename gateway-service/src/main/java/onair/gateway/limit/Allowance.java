package onair.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;
import onair.gateway.limit.Verdict.Admitted;
import onair.gateway.limit.Verdict.Refused;
import onair.gateway.limit.Verdict.Standing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The permits this gateway holds of one bucket. A request takes one when there is one; otherwise it
 * waits for the lease that is under way, of which there is never more than one. Where no lease can
 * be had because account-service is out of reach, requests pass uncounted: a limit keeps order, it
 * does not decide who may come in.
 */
final class Allowance {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final IntFunction<Mono<Granted>> leases;
  private final Duration pause;
  private final Ticker ticker;
  private final Queue<MonoSink<Verdict>> waiting = new ArrayDeque<>();

  private boolean asking;
  private int held;
  private @Nullable Granted last;
  private long leasedAt;
  private long settledUntil;
  private boolean refusing;

  private record Answer(MonoSink<Verdict> to, Verdict verdict) {}

  /**
   * A bucket of which nothing is held yet.
   *
   * @param leases asks for permits for so many waiting requests
   * @param pause how long requests pass uncounted when there was no answer
   */
  Allowance(IntFunction<Mono<Granted>> leases, Duration pause, Ticker ticker) {
    this.leases = leases;
    this.pause = pause;
    this.ticker = ticker;
    this.settledUntil = ticker.read();
  }

  /** Takes a permit; never an error. */
  Mono<Verdict> take() {
    return Mono.create(this::queue);
  }

  /** Puts a permit back that was not used after all. */
  synchronized void giveBack() {
    if (last != null && !last.isUnlimited()) {
      held++;
    }
  }

  private void queue(MonoSink<Verdict> sink) {
    int permits;
    synchronized (this) {
      waiting.add(sink);
      if (asking) {
        return;
      }
      asking = true;
      permits = waiting.size();
    }
    ask(permits);
  }

  private void ask(int permits) {
    leases.apply(permits).subscribe(this::granted, failure -> answer(() -> settle(pause, false)));
  }

  private void granted(Granted lease) {
    answer(
        () -> {
          last = lease;
          leasedAt = ticker.read();
          if (lease.isUnlimited()) {
            settle(pause, false);
          } else if (lease.granted() > 0) {
            held += lease.granted();
          } else {
            Duration until = lease.retryAfter();
            settle(until.compareTo(SHORTEST) < 0 ? SHORTEST : until, true);
          }
        });
  }

  /** Tells those who wait what is known now, and asks again for the rest of them. */
  private void answer(Runnable noted) {
    var answers = new ArrayList<Answer>();
    int unanswered;
    synchronized (this) {
      noted.run();
      Verdict verdict = waiting.isEmpty() ? null : takeHeld();
      while (verdict != null) {
        answers.add(new Answer(waiting.remove(), verdict));
        verdict = waiting.isEmpty() ? null : takeHeld();
      }
      unanswered = waiting.size();
      asking = unanswered > 0;
    }
    tell(answers);
    if (unanswered > 0) {
      ask(unanswered);
    }
  }

  private static void tell(List<Answer> answers) {
    answers.forEach(answer -> answer.to().success(answer.verdict()));
  }

  /** Takes one that is held, or is refused without asking; null when a lease is needed. */
  synchronized @Nullable Verdict takeHeld() {
    long now = ticker.read();
    Granted lease = last;
    if (held > 0 && lease != null) {
      if (now - leasedAt <= lease.window().toNanos()) {
        held--;
        return new Admitted(standing(lease, now));
      }
      held = 0;
    }
    if (settledUntil - now <= 0) {
      return null;
    }
    return refusing && lease != null
        ? new Refused(standing(lease, now), Duration.ofNanos(settledUntil - now))
        : new Admitted(null);
  }

  private void settle(Duration time, boolean refusing) {
    this.settledUntil = ticker.read() + time.toNanos();
    this.refusing = refusing;
  }

  private Standing standing(Granted lease, long now) {
    double refilled = (now - leasedAt) / 1e9 * lease.quota() / lease.windowSeconds();
    int remaining = (int) Math.min(lease.quota(), lease.remaining() + refilled + held);
    return new Standing(lease.quota(), lease.windowSeconds(), remaining);
  }
}
