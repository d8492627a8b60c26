package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.Preset;
import software.amazon.awssdk.services.mediaconvert.model.Queue;

/** Everything MediaConvert keeps. Whoever reads and then changes does it {@link #exclusively}. */
final class MediaConvertState {

  private final ReentrantLock lock = new ReentrantLock();
  private final AppliedQuotas quotas;
  private final Rows<JobRow> jobs;
  private final Rows<QueueRow> queues;
  private final Rows<PresetRow> presets;
  private final Rows<TemplateRow> templates;

  MediaConvertState(StateStore store, AppliedQuotas quotas) {
    this.quotas = quotas;
    this.jobs =
        new Rows<>(
            "job",
            store.table("mediaconvert-jobs", SdkRows.codec(JobRow.class, List.of(Job.class))));
    this.queues =
        new Rows<>(
            "queue",
            store.table(
                "mediaconvert-queues", SdkRows.codec(QueueRow.class, List.of(Queue.class))));
    this.presets =
        new Rows<>(
            "preset",
            store.table(
                "mediaconvert-presets", SdkRows.codec(PresetRow.class, List.of(Preset.class))));
    this.templates =
        new Rows<>(
            "job template",
            store.table(
                "mediaconvert-templates",
                SdkRows.codec(TemplateRow.class, List.of(JobTemplate.class))));
  }

  /** Lets the ledger write down what happens to jobs. */
  void record(Ledger ledger) {
    jobs.watch(
        ledger,
        new Watched<>(
            "mediaconvert",
            "job",
            row -> row.resource().arn(),
            row -> row.resource().statusAsString(),
            MediaConvertState::facts));
  }

  private static Map<String, String> facts(JobRow row) {
    String durations =
        row.resource().outputGroupDetails().stream()
            .flatMap(group -> group.outputDetails().stream())
            .map(output -> String.valueOf(output.durationInMs()))
            .collect(Collectors.joining(","));
    return durations.isEmpty() ? Map.of() : Map.of("output_ms", durations);
  }

  /** 402 when the scope has as many as it may. Source: MediaConvert user guide, "Quotas". */
  void requireRoom(Scope scope, Quota quota, Rows<?> rows) {
    long limit = quotas.limit(scope, quota);
    if (rows.in(scope).size() >= limit) {
      throw Refusals.quota("%s: you can have at most %d".formatted(quota.title(), limit));
    }
  }

  Rows<JobRow> jobs() {
    return jobs;
  }

  Rows<QueueRow> queues() {
    return queues;
  }

  Rows<PresetRow> presets() {
    return presets;
  }

  Rows<TemplateRow> templates() {
    return templates;
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
