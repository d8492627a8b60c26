package onair.awslocal.mediaconvert;

import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobTemplateRequest;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplateListBy;
import software.amazon.awssdk.services.mediaconvert.model.ListJobTemplatesRequest;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.Type;
import software.amazon.awssdk.services.mediaconvert.model.UpdateJobTemplateRequest;

/** Settings of a job under a name. AWS's own templates are not among them. */
final class Templates {

  private final MediaConvertState state;
  private final Queues queues;
  private final Lifecycle life;

  Templates(MediaConvertState state, Queues queues, Lifecycle life) {
    this.state = state;
    this.queues = queues;
    this.life = life;
  }

  JobTemplate create(CreateJobTemplateRequest request) {
    Scope scope = Scope.current();
    Instant now = life.now();
    JobTemplate.Builder template = Shapes.fill(JobTemplate.builder(), request);
    template
        .arn(scope.arn("mediaconvert", "jobTemplates/" + request.name()))
        .type(Type.CUSTOM)
        .createdAt(now)
        .lastUpdated(now);
    if (request.queue() != null) {
      template.queue(queues.row(scope, request.queue()).resource().arn());
    }
    TemplateRow row = new TemplateRow(scope, template.build(), request.tags());
    state.requireRoom(scope, Quota.MEDIACONVERT_TEMPLATES, state.templates());
    state.templates().insert(row);
    return row.resource();
  }

  JobTemplate get(String name) {
    return state.templates().get(Scope.current(), SettingsMerge.nameOf(name)).resource();
  }

  Page<JobTemplate> list(ListJobTemplatesRequest request) {
    Page<TemplateRow> page =
        Rows.page(
            state.templates().in(Scope.current()),
            row ->
                request.category() == null || request.category().equals(row.resource().category()),
            request.listBy() == JobTemplateListBy.NAME,
            request.order() == Order.DESCENDING,
            request.maxResults(),
            request.nextToken());
    return new Page<>(page.items().stream().map(TemplateRow::resource).toList(), page.nextToken());
  }

  JobTemplate update(UpdateJobTemplateRequest request) {
    Scope scope = Scope.current();
    return state.exclusively(
        () -> {
          TemplateRow row = state.templates().get(scope, request.name());
          JobTemplate.Builder changed = Shapes.fill(row.resource().toBuilder(), request);
          if (request.queue() != null) {
            changed.queue(queues.row(scope, request.queue()).resource().arn());
          }
          TemplateRow updated = row.with(changed.lastUpdated(life.now()).build());
          state.templates().put(updated);
          return updated.resource();
        });
  }

  /** One that is not there is gone already. */
  void delete(String name) {
    state.templates().find(Scope.current(), name).ifPresent(state.templates()::remove);
  }
}
