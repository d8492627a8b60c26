package onair.vod.asset;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Jobs of AWS in memory, of any kind: what was made, what it is like, and what goes wrong.
 * Remembers a token for a minute, as MediaConvert does.
 */
final class FakeWork<S, O> implements ExternalResource<S, O> {

  private static final Duration TOKEN = Duration.ofMinutes(1);

  private final String kind;
  private final O atFirst;
  private final InstantSource clock;
  private final Map<String, Job<S, O>> jobs = new LinkedHashMap<>();
  private final List<S> made = new ArrayList<>();
  private boolean losesAnswer;
  private boolean silent;
  private @Nullable RuntimeException refusal;

  /** One job. */
  record Job<S, O>(
      String id, Identity identity, S spec, O observed, Instant createdAt, boolean cancelled) {}

  FakeWork(String kind, O atFirst, InstantSource clock) {
    this.kind = kind;
    this.atFirst = atFirst;
    this.clock = clock;
  }

  synchronized void reset() {
    jobs.clear();
    made.clear();
    losesAnswer = false;
    silent = false;
    refusal = null;
  }

  /** The next create takes effect and its answer is lost. */
  synchronized void loseAnswer() {
    losesAnswer = true;
  }

  synchronized void silent(boolean now) {
    silent = now;
  }

  synchronized void refuse(@Nullable RuntimeException with) {
    refusal = with;
  }

  /** From now on all jobs are like this. */
  synchronized void all(O observed) {
    jobs.replaceAll(
        (id, job) ->
            new Job<>(id, job.identity(), job.spec(), observed, job.createdAt(), job.cancelled()));
  }

  /** What was ever made, and so paid for. */
  synchronized List<S> made() {
    return List.copyOf(made);
  }

  synchronized List<Job<S, O>> running() {
    return jobs.values().stream().filter(job -> !job.cancelled()).toList();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(TOKEN);
  }

  @Override
  public synchronized Optional<Found<O>> observe(String physicalId) {
    answer();
    return Optional.ofNullable(jobs.get(physicalId))
        .filter(job -> !job.cancelled())
        .map(this::found);
  }

  @Override
  public synchronized List<Found<O>> find(Identity identity) {
    answer();
    return running().stream()
        .filter(job -> identity.owns(job.identity().tags()))
        .map(this::found)
        .toList();
  }

  @Override
  public synchronized Found<O> create(Identity identity, S spec) {
    answer();
    if (refusal != null) {
      throw refusal;
    }
    Job<S, O> job =
        jobs.values().stream()
            .filter(known -> known.identity().token().equals(identity.token()))
            .filter(known -> clock.instant().isBefore(known.createdAt().plus(TOKEN)))
            .findFirst()
            .orElseGet(() -> make(identity, spec));
    if (losesAnswer) {
      losesAnswer = false;
      throw SdkClientException.create("the answer was lost");
    }
    return found(job);
  }

  private Job<S, O> make(Identity identity, S spec) {
    var job =
        new Job<>("job-" + (made.size() + 1), identity, spec, atFirst, clock.instant(), false);
    jobs.put(job.id(), job);
    made.add(spec);
    return job;
  }

  @Override
  public synchronized Deletion delete(Found<O> found) {
    answer();
    jobs.computeIfPresent(
        found.physicalId(),
        (id, job) ->
            new Job<>(id, job.identity(), job.spec(), job.observed(), job.createdAt(), true));
    return new Deletion.Requested();
  }

  private void answer() {
    if (silent) {
      throw SdkClientException.create("Connect to 127.0.0.1 failed");
    }
  }

  private Found<O> found(Job<S, O> job) {
    return new Found<>(job.id(), job.observed(), job.createdAt());
  }
}
