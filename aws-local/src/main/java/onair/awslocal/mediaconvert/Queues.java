package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.CreateQueueRequest;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.ListQueuesRequest;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.PricingPlan;
import software.amazon.awssdk.services.mediaconvert.model.Queue;
import software.amazon.awssdk.services.mediaconvert.model.QueueListBy;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;
import software.amazon.awssdk.services.mediaconvert.model.Type;
import software.amazon.awssdk.services.mediaconvert.model.UpdateQueueRequest;

/** On-demand queues. Every account has one called Default in each region. */
final class Queues {

  static final String DEFAULT = "Default";

  private final MediaConvertState state;
  private final Lifecycle life;

  Queues(MediaConvertState state, Lifecycle life) {
    this.state = state;
    this.life = life;
  }

  Queue create(CreateQueueRequest request) {
    Scope scope = Scope.current();
    if (request.pricingPlan() == PricingPlan.RESERVED
        || request.reservationPlanSettings() != null) {
      throw Refusals.badRequest("Reserved queues are not supported by the local MediaConvert");
    }
    Instant now = life.now();
    Queue queue =
        Queue.builder()
            .name(request.name())
            .arn(scope.arn("mediaconvert", "queues/" + request.name()))
            .description(request.description())
            .concurrentJobs(request.concurrentJobs())
            .pricingPlan(PricingPlan.ON_DEMAND)
            .status(request.status() == null ? QueueStatus.ACTIVE : request.status())
            .type(Type.CUSTOM)
            .createdAt(now)
            .lastUpdated(now)
            .build();
    if (DEFAULT.equals(request.name())) {
      throw Refusals.conflict("The queue Default exists already");
    }
    state.requireRoom(scope, Quota.MEDIACONVERT_QUEUES, state.queues());
    state.queues().insert(new QueueRow(scope, queue, request.tags()));
    return counted(scope, queue);
  }

  Queue get(String name) {
    Scope scope = Scope.current();
    return counted(scope, row(scope, name).resource());
  }

  /** The queue as it is kept, or the one that is always there; 404 when there is none. */
  QueueRow row(Scope scope, String nameOrArn) {
    String name = SettingsMerge.nameOf(nameOrArn);
    return state
        .queues()
        .find(scope, name)
        .orElseGet(
            () -> name.equals(DEFAULT) ? standard(scope) : state.queues().get(scope, nameOrArn));
  }

  Page<Queue> list(ListQueuesRequest request) {
    Scope scope = Scope.current();
    List<QueueRow> rows = new ArrayList<>(state.queues().in(scope));
    if (rows.stream().noneMatch(row -> row.name().equals(DEFAULT))) {
      rows.add(standard(scope));
    }
    Page<QueueRow> page =
        Rows.page(
            rows,
            row -> true,
            request.listBy() == QueueListBy.NAME,
            request.order() == Order.DESCENDING,
            request.maxResults(),
            request.nextToken());
    return new Page<>(
        page.items().stream().map(row -> counted(scope, row.resource())).toList(),
        page.nextToken());
  }

  Queue update(UpdateQueueRequest request) {
    Scope scope = Scope.current();
    if (request.reservationPlanSettings() != null) {
      throw Refusals.badRequest("Reserved queues are not supported by the local MediaConvert");
    }
    return state.exclusively(
        () -> {
          QueueRow row = row(scope, request.name());
          Queue.Builder changed = row.resource().toBuilder().lastUpdated(life.now());
          if (request.description() != null) {
            changed.description(request.description());
          }
          if (request.status() != null) {
            changed.status(request.status());
          }
          if (request.concurrentJobs() != null) {
            changed.concurrentJobs(request.concurrentJobs());
          }
          QueueRow updated = row.with(changed.build());
          state.queues().put(updated);
          return counted(scope, updated.resource());
        });
  }

  /** 409 while it has jobs to do, or is the default one. */
  void delete(String name) {
    Scope scope = Scope.current();
    state.exclusively(
        () -> {
          QueueRow row = row(scope, name);
          if (row.name().equals(DEFAULT)) {
            throw Refusals.badRequest("The queue Default cannot be deleted");
          }
          if (count(scope, row.resource(), JobStatus.SUBMITTED) > 0
              || count(scope, row.resource(), JobStatus.PROGRESSING) > 0) {
            throw Refusals.conflict("The queue " + name + " has unfinished jobs");
          }
          state.queues().remove(row);
          return row;
        });
  }

  private static QueueRow standard(Scope scope) {
    Queue queue =
        Queue.builder()
            .name(DEFAULT)
            .arn(scope.arn("mediaconvert", "queues/" + DEFAULT))
            .pricingPlan(PricingPlan.ON_DEMAND)
            .status(QueueStatus.ACTIVE)
            .type(Type.SYSTEM)
            .createdAt(Instant.EPOCH)
            .lastUpdated(Instant.EPOCH)
            .build();
    return new QueueRow(scope, queue, Map.of());
  }

  private Queue counted(Scope scope, Queue queue) {
    return queue.toBuilder()
        .submittedJobsCount(count(scope, queue, JobStatus.SUBMITTED))
        .progressingJobsCount(count(scope, queue, JobStatus.PROGRESSING))
        .build();
  }

  private int count(Scope scope, Queue queue, JobStatus status) {
    return (int)
        state.jobs().in(scope).stream()
            .filter(job -> job.status() == status && queue.arn().equals(job.resource().queue()))
            .count();
  }
}
