package onair.awslocal.mediastore;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Tags;
import onair.awslocal.signature.Signatures;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.Container;
import software.amazon.awssdk.services.mediastore.model.CorsPolicyNotFoundException;
import software.amazon.awssdk.services.mediastore.model.CorsRule;
import software.amazon.awssdk.services.mediastore.model.CreateContainerRequest;
import software.amazon.awssdk.services.mediastore.model.CreateContainerResponse;
import software.amazon.awssdk.services.mediastore.model.DeleteContainerPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.DeleteContainerPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.DeleteContainerRequest;
import software.amazon.awssdk.services.mediastore.model.DeleteContainerResponse;
import software.amazon.awssdk.services.mediastore.model.DeleteCorsPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.DeleteCorsPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.DeleteLifecyclePolicyRequest;
import software.amazon.awssdk.services.mediastore.model.DeleteLifecyclePolicyResponse;
import software.amazon.awssdk.services.mediastore.model.DeleteMetricPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.DeleteMetricPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.DescribeContainerRequest;
import software.amazon.awssdk.services.mediastore.model.DescribeContainerResponse;
import software.amazon.awssdk.services.mediastore.model.GetContainerPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.GetContainerPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.GetCorsPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.GetCorsPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.mediastore.model.GetLifecyclePolicyResponse;
import software.amazon.awssdk.services.mediastore.model.GetMetricPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.GetMetricPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.ListContainersRequest;
import software.amazon.awssdk.services.mediastore.model.ListContainersResponse;
import software.amazon.awssdk.services.mediastore.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediastore.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediastore.model.MetricPolicy;
import software.amazon.awssdk.services.mediastore.model.PolicyNotFoundException;
import software.amazon.awssdk.services.mediastore.model.PutContainerPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.PutContainerPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.PutCorsPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.PutCorsPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.PutLifecyclePolicyRequest;
import software.amazon.awssdk.services.mediastore.model.PutLifecyclePolicyResponse;
import software.amazon.awssdk.services.mediastore.model.PutMetricPolicyRequest;
import software.amazon.awssdk.services.mediastore.model.PutMetricPolicyResponse;
import software.amazon.awssdk.services.mediastore.model.StartAccessLoggingRequest;
import software.amazon.awssdk.services.mediastore.model.StartAccessLoggingResponse;
import software.amazon.awssdk.services.mediastore.model.StopAccessLoggingRequest;
import software.amazon.awssdk.services.mediastore.model.StopAccessLoggingResponse;
import software.amazon.awssdk.services.mediastore.model.Tag;
import software.amazon.awssdk.services.mediastore.model.TagResourceRequest;
import software.amazon.awssdk.services.mediastore.model.TagResourceResponse;
import software.amazon.awssdk.services.mediastore.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediastore.model.UntagResourceResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * MediaStore's control plane: containers with their policies, CORS rules, lifecycle and metric
 * policies and tags. Lifecycle policies, CORS rules, metrics and access logging are kept and given
 * back, and have no effect: the CDN in front answers players' CORS.
 */
public final class LocalMediaStore implements MediaStoreClient {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String CORS = "the CDN in front answers players' CORS";
  private static final String LIFECYCLE = "nothing expires";
  private static final String METRICS = "nothing is measured";
  private static final String LOGS = "nothing is logged";

  private final Containers containers;
  private final StoreEvents events;

  /**
   * @param objects where containers' objects are
   * @param origins where a container is {@code <id>.data.mediastore.<region>.amazonaws.com}
   * @param endpoint of the API, known once it listens
   */
  public LocalMediaStore(
      StateStore state,
      ObjectStore objects,
      OriginDirectory origins,
      Lifecycle lifecycle,
      Profile profile,
      EventPublisher events,
      Supplier<URI> endpoint) {
    this.events = new StoreEvents(events, endpoint);
    this.containers = new Containers(state, objects, origins, lifecycle, profile, this.events);
  }

  /** Lets the ledger write down what happens to containers. */
  public void record(Ledger ledger) {
    containers.record(ledger);
  }

  /** Goes on with what a former process left under way. */
  public void resume() {
    containers.resume();
  }

  /**
   * The door to the objects, on the API's port.
   *
   * @param signatures says who may call
   * @param filter what calls go through
   */
  public MediaStoreDataHandler data(Signatures signatures, CallFilter filter) {
    return new MediaStoreDataHandler(containers, events, signatures, filter);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public CreateContainerResponse createContainer(CreateContainerRequest request) {
    ContainerRow row = containers.create(request.containerName(), added(Map.of(), request.tags()));
    return CreateContainerResponse.builder().container(shape(row)).build();
  }

  @Override
  public DescribeContainerResponse describeContainer(DescribeContainerRequest request) {
    return DescribeContainerResponse.builder()
        .container(shape(containers.get(request.containerName())))
        .build();
  }

  @Override
  public ListContainersResponse listContainers(ListContainersRequest request) {
    Page<ContainerRow> page = containers.page(request.maxResults(), request.nextToken());
    return ListContainersResponse.builder()
        .containers(page.items().stream().map(this::shape).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteContainerResponse deleteContainer(DeleteContainerRequest request) {
    containers.delete(request.containerName());
    return DeleteContainerResponse.builder().build();
  }

  @Override
  public PutContainerPolicyResponse putContainerPolicy(PutContainerPolicyRequest request) {
    try {
      ResourcePolicy.parse(request.policy());
    } catch (MalformedPolicy e) {
      throw Refusals.invalid("The policy is not valid: " + e.getMessage());
    }
    change(request.containerName(), settings -> settings.withPolicy(request.policy()));
    return PutContainerPolicyResponse.builder().build();
  }

  @Override
  public GetContainerPolicyResponse getContainerPolicy(GetContainerPolicyRequest request) {
    String policy = settings(request.containerName()).policy();
    if (policy == null) {
      throw PolicyNotFoundException.builder().message("The container has no policy").build();
    }
    return GetContainerPolicyResponse.builder().policy(policy).build();
  }

  @Override
  public DeleteContainerPolicyResponse deleteContainerPolicy(DeleteContainerPolicyRequest request) {
    change(request.containerName(), settings -> settings.withPolicy(null));
    return DeleteContainerPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(CORS)
  public PutCorsPolicyResponse putCorsPolicy(PutCorsPolicyRequest request) {
    change(request.containerName(), settings -> settings.withCors(request.corsPolicy()));
    return PutCorsPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(CORS)
  public GetCorsPolicyResponse getCorsPolicy(GetCorsPolicyRequest request) {
    List<CorsRule> rules = settings(request.containerName()).cors();
    if (rules.isEmpty()) {
      throw CorsPolicyNotFoundException.builder()
          .message("The container has no CORS policy")
          .build();
    }
    return GetCorsPolicyResponse.builder().corsPolicy(rules).build();
  }

  @Override
  @StatesOnly(CORS)
  public DeleteCorsPolicyResponse deleteCorsPolicy(DeleteCorsPolicyRequest request) {
    change(request.containerName(), settings -> settings.withCors(List.of()));
    return DeleteCorsPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(LIFECYCLE)
  public PutLifecyclePolicyResponse putLifecyclePolicy(PutLifecyclePolicyRequest request) {
    try {
      if (!JSON.readTree(request.lifecyclePolicy()).path("rules").isArray()) {
        throw Refusals.invalid("A lifecycle policy has rules");
      }
    } catch (JacksonException e) {
      throw Refusals.invalid("The lifecycle policy is not valid JSON");
    }
    change(request.containerName(), settings -> settings.withLifecycle(request.lifecyclePolicy()));
    return PutLifecyclePolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(LIFECYCLE)
  public GetLifecyclePolicyResponse getLifecyclePolicy(GetLifecyclePolicyRequest request) {
    String policy = settings(request.containerName()).lifecycle();
    if (policy == null) {
      throw PolicyNotFoundException.builder()
          .message("The container has no lifecycle policy")
          .build();
    }
    return GetLifecyclePolicyResponse.builder().lifecyclePolicy(policy).build();
  }

  @Override
  @StatesOnly(LIFECYCLE)
  public DeleteLifecyclePolicyResponse deleteLifecyclePolicy(DeleteLifecyclePolicyRequest request) {
    change(request.containerName(), settings -> settings.withLifecycle(null));
    return DeleteLifecyclePolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(METRICS)
  public PutMetricPolicyResponse putMetricPolicy(PutMetricPolicyRequest request) {
    change(request.containerName(), settings -> settings.withMetrics(request.metricPolicy()));
    return PutMetricPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(METRICS)
  public GetMetricPolicyResponse getMetricPolicy(GetMetricPolicyRequest request) {
    MetricPolicy policy = settings(request.containerName()).metrics();
    if (policy == null) {
      throw PolicyNotFoundException.builder().message("The container has no metric policy").build();
    }
    return GetMetricPolicyResponse.builder().metricPolicy(policy).build();
  }

  @Override
  @StatesOnly(METRICS)
  public DeleteMetricPolicyResponse deleteMetricPolicy(DeleteMetricPolicyRequest request) {
    change(request.containerName(), settings -> settings.withMetrics(null));
    return DeleteMetricPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(LOGS)
  public StartAccessLoggingResponse startAccessLogging(StartAccessLoggingRequest request) {
    containers.change(containers.active(request.containerName()), row -> row.withLogging(true));
    return StartAccessLoggingResponse.builder().build();
  }

  @Override
  @StatesOnly(LOGS)
  public StopAccessLoggingResponse stopAccessLogging(StopAccessLoggingRequest request) {
    containers.change(containers.active(request.containerName()), row -> row.withLogging(false));
    return StopAccessLoggingResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    List<Tag> tags =
        containers.byArn(request.resource()).settings().tags().entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    return ListTagsForResourceResponse.builder().tags(tags).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    containers.change(
        containers.byArn(request.resource()),
        row -> row.with(row.settings().withTags(added(row.settings().tags(), request.tags()))));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    containers.change(
        containers.byArn(request.resource()),
        row ->
            row.with(
                row.settings().withTags(Tags.without(row.settings().tags(), request.tagKeys()))));
    return UntagResourceResponse.builder().build();
  }

  private ContainerRow.Settings settings(String name) {
    return containers.active(name).settings();
  }

  private void change(String name, UnaryOperator<ContainerRow.Settings> change) {
    containers.change(containers.active(name), row -> row.with(change.apply(row.settings())));
  }

  private static Map<String, String> added(Map<String, String> old, List<Tag> tags) {
    Map<String, String> added = new HashMap<>();
    tags.forEach(tag -> added.put(tag.key(), tag.value() == null ? "" : tag.value()));
    Map<String, String> all = Tags.merged(old, added);
    if (all.size() > Tags.MAX) {
      throw Refusals.invalid("A container has at most " + Tags.MAX + " tags");
    }
    return all;
  }

  /** In AWS a container's endpoint is its host; here it is an address of this machine. */
  private Container shape(ContainerRow row) {
    return Container.builder()
        .name(row.name())
        .arn(row.arn())
        .status(row.status())
        .creationTime(row.created())
        .accessLoggingEnabled(row.logging())
        .endpoint(row.isActive() ? events.endpoint(row) : null)
        .build();
  }
}
