package onair.awslocal.mediaconvert;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.Page;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.CancelJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.CancelJobResponse;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobResponse;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobTemplateRequest;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobTemplateResponse;
import software.amazon.awssdk.services.mediaconvert.model.CreatePresetRequest;
import software.amazon.awssdk.services.mediaconvert.model.CreatePresetResponse;
import software.amazon.awssdk.services.mediaconvert.model.CreateQueueRequest;
import software.amazon.awssdk.services.mediaconvert.model.CreateQueueResponse;
import software.amazon.awssdk.services.mediaconvert.model.DeleteJobTemplateRequest;
import software.amazon.awssdk.services.mediaconvert.model.DeleteJobTemplateResponse;
import software.amazon.awssdk.services.mediaconvert.model.DeletePresetRequest;
import software.amazon.awssdk.services.mediaconvert.model.DeletePresetResponse;
import software.amazon.awssdk.services.mediaconvert.model.DeleteQueueRequest;
import software.amazon.awssdk.services.mediaconvert.model.DeleteQueueResponse;
import software.amazon.awssdk.services.mediaconvert.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.mediaconvert.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.mediaconvert.model.GetJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.GetJobResponse;
import software.amazon.awssdk.services.mediaconvert.model.GetJobTemplateRequest;
import software.amazon.awssdk.services.mediaconvert.model.GetJobTemplateResponse;
import software.amazon.awssdk.services.mediaconvert.model.GetPresetRequest;
import software.amazon.awssdk.services.mediaconvert.model.GetPresetResponse;
import software.amazon.awssdk.services.mediaconvert.model.GetQueueRequest;
import software.amazon.awssdk.services.mediaconvert.model.GetQueueResponse;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.ListJobTemplatesRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListJobTemplatesResponse;
import software.amazon.awssdk.services.mediaconvert.model.ListJobsRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListJobsResponse;
import software.amazon.awssdk.services.mediaconvert.model.ListPresetsRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListPresetsResponse;
import software.amazon.awssdk.services.mediaconvert.model.ListQueuesRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListQueuesResponse;
import software.amazon.awssdk.services.mediaconvert.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediaconvert.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediaconvert.model.Preset;
import software.amazon.awssdk.services.mediaconvert.model.ProbeRequest;
import software.amazon.awssdk.services.mediaconvert.model.ProbeResponse;
import software.amazon.awssdk.services.mediaconvert.model.Queue;
import software.amazon.awssdk.services.mediaconvert.model.SearchJobsRequest;
import software.amazon.awssdk.services.mediaconvert.model.SearchJobsResponse;
import software.amazon.awssdk.services.mediaconvert.model.TagResourceRequest;
import software.amazon.awssdk.services.mediaconvert.model.TagResourceResponse;
import software.amazon.awssdk.services.mediaconvert.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediaconvert.model.UntagResourceResponse;
import software.amazon.awssdk.services.mediaconvert.model.UpdateJobTemplateRequest;
import software.amazon.awssdk.services.mediaconvert.model.UpdateJobTemplateResponse;
import software.amazon.awssdk.services.mediaconvert.model.UpdatePresetRequest;
import software.amazon.awssdk.services.mediaconvert.model.UpdatePresetResponse;
import software.amazon.awssdk.services.mediaconvert.model.UpdateQueueRequest;
import software.amazon.awssdk.services.mediaconvert.model.UpdateQueueResponse;

/**
 * MediaConvert on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others with NotImplemented.
 *
 * <p>A job takes one file of S3 and makes CMAF groups (HLS and DASH over one set of segments, H.264
 * without B-frames and AAC), MP4 files and frame captures. Settings that would change what a viewer
 * gets and are not supported are refused by CreateJob, by name; settings of how an encoder spends
 * its time are taken and change nothing. Roles are not assumed: whoever may call may read and write
 * every bucket. A source without sound gives silent outputs. There are no system presets and
 * templates, no reserved queues, no hops between queues, no retries.
 */
public final class LocalMediaConvert implements MediaConvertClient {

  private final MediaConvertState state;
  private final Queues queues;
  private final Presets presets;
  private final Templates templates;
  private final Jobs jobs;
  private final JobRuns runs;
  private final Inspection inspection;
  private final Tagging tagging;
  private final Supplier<URI> endpoint;

  /**
   * @param objects where jobs read and write
   * @param work folder for unfinished outputs, for this alone
   * @param endpoint of the API, as DescribeEndpoints tells it
   */
  public LocalMediaConvert(
      StateStore store,
      Lifecycle life,
      EventPublisher events,
      Transcoder transcoder,
      ObjectStore objects,
      Path work,
      Supplier<URI> endpoint,
      AppliedQuotas quotas) {
    this.state = new MediaConvertState(store, quotas);
    var workshop = new JobWorkshop(transcoder, objects, work);
    this.queues = new Queues(state, life);
    this.presets = new Presets(state, life);
    this.templates = new Templates(state, queues, life);
    this.runs = new JobRuns(state, queues, new JobEvents(events, life), workshop, life);
    this.jobs = new Jobs(state, queues, runs, life);
    this.inspection = new Inspection(workshop);
    this.tagging = new Tagging(state, queues);
    this.endpoint = endpoint;
  }

  /** Lets the ledger write down what happens to jobs. */
  public void record(Ledger ledger) {
    state.record(ledger);
  }

  /**
   * Goes on where a former process ended: a job that was at work begins again. Call it once, before
   * anyone calls.
   */
  public void resume() {
    runs.wake();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Ends the programs of jobs at work; the jobs stay as they are, for {@link #resume}. */
  @Override
  public void close() {
    runs.close();
  }

  @Override
  public CancelJobResponse cancelJob(CancelJobRequest request) {
    jobs.cancel(request.id());
    return CancelJobResponse.builder().build();
  }

  @Override
  public CreateJobResponse createJob(CreateJobRequest request) {
    return CreateJobResponse.builder().job(jobs.create(request)).build();
  }

  @Override
  public CreateJobTemplateResponse createJobTemplate(CreateJobTemplateRequest request) {
    return CreateJobTemplateResponse.builder().jobTemplate(templates.create(request)).build();
  }

  @Override
  public CreatePresetResponse createPreset(CreatePresetRequest request) {
    return CreatePresetResponse.builder().preset(presets.create(request)).build();
  }

  @Override
  public CreateQueueResponse createQueue(CreateQueueRequest request) {
    return CreateQueueResponse.builder().queue(queues.create(request)).build();
  }

  @Override
  public DeleteJobTemplateResponse deleteJobTemplate(DeleteJobTemplateRequest request) {
    templates.delete(request.name());
    return DeleteJobTemplateResponse.builder().build();
  }

  @Override
  public DeletePresetResponse deletePreset(DeletePresetRequest request) {
    presets.delete(request.name());
    return DeletePresetResponse.builder().build();
  }

  @Override
  public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
    queues.delete(request.name());
    return DeleteQueueResponse.builder().build();
  }

  @Override
  public DescribeEndpointsResponse describeEndpoints(DescribeEndpointsRequest request) {
    return DescribeEndpointsResponse.builder()
        .endpoints(e -> e.url(endpoint.get().toString()))
        .build();
  }

  @Override
  public GetJobResponse getJob(GetJobRequest request) {
    return GetJobResponse.builder().job(jobs.get(request.id())).build();
  }

  @Override
  public GetJobTemplateResponse getJobTemplate(GetJobTemplateRequest request) {
    return GetJobTemplateResponse.builder().jobTemplate(templates.get(request.name())).build();
  }

  @Override
  public GetPresetResponse getPreset(GetPresetRequest request) {
    return GetPresetResponse.builder().preset(presets.get(request.name())).build();
  }

  @Override
  public GetQueueResponse getQueue(GetQueueRequest request) {
    return GetQueueResponse.builder().queue(queues.get(request.name())).build();
  }

  @Override
  public ListJobTemplatesResponse listJobTemplates(ListJobTemplatesRequest request) {
    Page<JobTemplate> page = templates.list(request);
    return ListJobTemplatesResponse.builder()
        .jobTemplates(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public ListJobsResponse listJobs(ListJobsRequest request) {
    Page<Job> page = jobs.list(request);
    return ListJobsResponse.builder().jobs(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public ListPresetsResponse listPresets(ListPresetsRequest request) {
    Page<Preset> page = presets.list(request);
    return ListPresetsResponse.builder().presets(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    Page<Queue> page = queues.list(request);
    return ListQueuesResponse.builder().queues(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .resourceTags(t -> t.arn(request.arn()).tags(tagging.list(request.arn())))
        .build();
  }

  @Override
  public ProbeResponse probe(ProbeRequest request) {
    return ProbeResponse.builder()
        .probeResults(request.inputFiles().stream().map(inspection::probe).toList())
        .build();
  }

  @Override
  public SearchJobsResponse searchJobs(SearchJobsRequest request) {
    Page<Job> page = jobs.search(request);
    return SearchJobsResponse.builder().jobs(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    tagging.add(request.arn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    tagging.remove(request.arn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public UpdateJobTemplateResponse updateJobTemplate(UpdateJobTemplateRequest request) {
    return UpdateJobTemplateResponse.builder().jobTemplate(templates.update(request)).build();
  }

  @Override
  public UpdatePresetResponse updatePreset(UpdatePresetRequest request) {
    return UpdatePresetResponse.builder().preset(presets.update(request)).build();
  }

  @Override
  public UpdateQueueResponse updateQueue(UpdateQueueRequest request) {
    Queue queue = queues.update(request);
    runs.wake();
    return UpdateQueueResponse.builder().queue(queue).build();
  }
}
