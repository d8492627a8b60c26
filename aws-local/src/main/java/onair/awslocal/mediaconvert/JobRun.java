package onair.awslocal.mediaconvert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.MediaProbe.Unusable;
import onair.awslocal.media.transcode.TranscodeFailed;
import onair.awslocal.store.Bucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobPhase;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;

/**
 * One job at work: it looks at the input, transcodes into a folder of its own, and writes the
 * outputs to the store when all of them are whole. An error or a cancellation before that writes
 * nothing.
 */
final class JobRun {

  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  /** The rest is for writing the outputs. */
  private static final int TRANSCODED_PERCENT = 95;

  private final JobRow row;
  private final JobWorkshop workshop;
  private final JobRuns runs;
  private final JobEvents events;
  private final StatusUpdates updates;
  private final Thread thread;
  private volatile JobPhase phase = JobPhase.PROBING;
  private volatile int percent;

  JobRun(JobRow row, JobWorkshop workshop, JobRuns runs, JobEvents events, Lifecycle life) {
    this.row = row;
    this.workshop = workshop;
    this.runs = runs;
    this.events = events;
    this.updates = new StatusUpdates(row, events, life);
    this.thread = Thread.ofVirtual().name("mediaconvert-" + row.name()).unstarted(this::work);
  }

  JobRow row() {
    return row;
  }

  void start() {
    thread.start();
  }

  void interrupt() {
    thread.interrupt();
  }

  void join(Duration limit) {
    try {
      if (!thread.join(limit)) {
        LOG.warn("Job {} does not end", row.name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job with the phase and the percentage of this moment. */
  Job show(Job job) {
    return job.toBuilder().currentPhase(phase).jobPercentComplete(percent).build();
  }

  private void work() {
    Path folder = workshop.work().resolve(row.name());
    try {
      remove(folder); // what a former process left
      Files.createDirectories(folder);
      JobPlan plan = JobReader.read(row.resource().settings());
      List<GroupResult> results = transcode(plan, folder);
      phase = JobPhase.UPLOADING;
      percent = TRANSCODED_PERCENT;
      new Upload(workshop.store()).write(results);
      runs.end(row, job -> complete(job, results))
          .ifPresent(ended -> events.complete(ended, results));
    } catch (JobFailed e) {
      fail(e);
    } catch (InterruptedException e) {
      LOG.debug("Job {} was interrupted", row.name());
    } catch (IOException | RuntimeException e) {
      LOG.error("Job {} failed", row.name(), e);
      fail(JobFailed.unknown("An internal error ended the job"));
    } finally {
      remove(folder);
      runs.gone(row);
    }
  }

  private List<GroupResult> transcode(JobPlan plan, Path folder)
      throws JobFailed, InterruptedException, IOException {
    new Upload(workshop.store()).check(plan);
    Media media = probe(plan.input(), folder);
    events.inputInformation(row, plan.input(), media);
    phase = JobPhase.TRANSCODING;
    updates.tell(phase, 0);
    var work = new GroupWork(workshop.transcoder(), media, plan, this::reached);
    List<GroupResult> results = new ArrayList<>();
    try {
      for (int i = 0; i < plan.groups().size(); i++) {
        Path own = Files.createDirectory(folder.resolve("group-" + i));
        results.add(work.make(plan.groups().get(i), own));
      }
    } catch (TranscodeFailed e) {
      throw JobFailed.transcoding(plan.input(), e);
    }
    return results;
  }

  private void reached(int percentTranscoded) {
    percent = percentTranscoded * TRANSCODED_PERCENT / 100;
    updates.perhapsTell(phase, percent);
  }

  /** The input is linked into the job's folder, so that it stays what it is until the end. */
  private Media probe(S3Location input, Path folder)
      throws JobFailed, InterruptedException, IOException {
    Path file = folder.resolve("input");
    Bucket bucket =
        workshop.store().bucket(input.bucket()).orElseThrow(() -> JobFailed.noInput(input));
    if (InputFile.take(bucket, input.key(), file).isEmpty()) {
      throw JobFailed.noInput(input);
    }
    return switch (workshop.transcoder().probe(file)) {
      case Media media -> media;
      case Unusable unusable -> throw JobFailed.unusable(input, unusable.reason());
    };
  }

  private void complete(Job.Builder job, List<GroupResult> results) {
    job.status(JobStatus.COMPLETE)
        .jobPercentComplete(100)
        .outputGroupDetails(results.stream().map(GroupResult::details).toList());
  }

  private void fail(JobFailed failure) {
    runs.end(
            row,
            job ->
                job.status(JobStatus.ERROR)
                    .errorCode(failure.code())
                    .errorMessage(failure.getMessage()))
        .ifPresent(events::error);
  }

  private static void remove(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("The folder {} of a finished job cannot be removed", folder, e);
    }
  }
}
