package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;

/**
 * Jobs in a paused queue, so that none begins by itself, by hand-made time and in a process that
 * can be restarted, beside what MediaConvert documents of tokens, cancellation and queues.
 */
final class JobWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Answer MISSING = Answer.refused(NotFoundException.class);
  private static final Answer CONFLICT = Answer.refused(ConflictException.class);
  private static final Duration TOKEN = Duration.ofMinutes(1);
  private static final String QUEUE = "own";

  /** What a job should be. */
  private record Made(String id, String token, Instant at) {}

  private final Path folder;
  private final Transcoder transcoder;
  private final List<Made> jobs = new ArrayList<>();
  private final Set<String> canceled = new HashSet<>();
  private final RecordedEvents events = new RecordedEvents();
  private boolean queue;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore state;
  private Lifecycle lifecycle;
  private LocalMediaConvert backend;

  JobWorld(Path folder, Transcoder transcoder) {
    this.folder = folder;
    this.transcoder = transcoder;
    open();
  }

  private void open() {
    this.state = new StateStore(folder.resolve("state"), () -> now, false);
    this.lifecycle = Lifecycle.manual(() -> now);
    this.backend =
        new LocalMediaConvert(
            state,
            lifecycle,
            events,
            transcoder,
            new ObjectStore("s3", state, folder.resolve("objects"), () -> now),
            folder.resolve("jobs"),
            () -> URI.create("http://127.0.0.1:4566"),
            new AppliedQuotas(state, false));
    backend.resume();
  }

  void restart() {
    close();
    open();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void createQueue() {
    expect(
        queue ? CONFLICT : Answer.OK,
        aws -> aws.createQueue(q -> q.name(QUEUE).status(QueueStatus.PAUSED)));
    queue = true;
  }

  void deleteQueue() {
    boolean busy = jobs.stream().anyMatch(job -> !canceled.contains(job.id()));
    Answer expected = !queue ? MISSING : busy ? CONFLICT : Answer.OK;
    expect(expected, aws -> aws.deleteQueue(q -> q.name(QUEUE)));
    queue &= !expected.isOk();
  }

  /** The first job again while its token holds, else another one. */
  void create(String token) {
    Optional<Made> first =
        jobs.stream()
            .filter(job -> job.token().equals(token) && job.at().plus(TOKEN).isAfter(now))
            .findFirst();
    CreateJobRequest request =
        JobRequests.small("film.mp4").toBuilder().queue(QUEUE).clientRequestToken(token).build();
    expect(
        queue || first.isPresent() ? Answer.OK : MISSING,
        aws -> {
          String id = aws.createJob(request).job().id();
          first.ifPresentOrElse(
              made -> assertThat(id).as("the same job").isEqualTo(made.id()),
              () -> jobs.add(new Made(id, token, now)));
        });
  }

  /**
   * @param number of the job by age; one that is not there has an id nobody has
   */
  void cancel(int number) {
    String id = number < jobs.size() ? jobs.get(number).id() : "1-nobody";
    Answer expected =
        number >= jobs.size() ? MISSING : canceled.contains(id) ? CONFLICT : Answer.OK;
    expect(expected, aws -> aws.cancelJob(j -> j.id(id)));
    if (expected.isOk()) {
      canceled.add(id);
    }
  }

  private void expect(Answer expected, Consumer<LocalMediaConvert> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    CALLER.call(
        () -> {
          List<Job> listed = new ArrayList<>();
          String token = null;
          do {
            String next = token;
            var page =
                backend.listJobs(l -> l.order(Order.ASCENDING).maxResults(2).nextToken(next));
            listed.addAll(page.jobs());
            token = page.nextToken();
          } while (token != null);
          assertThat(listed)
              .extracting(job -> job.id() + " " + job.statusAsString())
              .containsExactlyInAnyOrderElementsOf(
                  jobs.stream()
                      .map(
                          job ->
                              job.id() + (canceled.contains(job.id()) ? " CANCELED" : " SUBMITTED"))
                      .toList());
          if (queue) {
            assertThat(backend.getQueue(q -> q.name(QUEUE)).queue().submittedJobsCount())
                .isEqualTo(jobs.size() - canceled.size());
          }
          return listed;
        });
    assertThat(events.statuses())
        .hasSize(canceled.size())
        .allSatisfy(status -> assertThat(status).isEqualTo("CANCELED"));
  }

  @Override
  public void close() {
    backend.close();
    lifecycle.close();
    state.close();
  }
}
