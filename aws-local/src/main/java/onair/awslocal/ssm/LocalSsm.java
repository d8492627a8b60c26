package onair.awslocal.ssm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.ssm.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.DeleteParametersRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParametersResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.InvalidResourceIdException;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionRequest;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionResponse;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;
import software.amazon.awssdk.services.ssm.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.ssm.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;
import software.amazon.awssdk.services.ssm.model.UnlabelParameterVersionRequest;
import software.amazon.awssdk.services.ssm.model.UnlabelParameterVersionResponse;

/**
 * Parameter Store on this machine. Overridden methods are the operations that work; the AWS
 * protocol answers all other operations of Systems Manager with NotImplemented. Parameter policies
 * are not there. Keys are neither looked up nor used: a secure string is told to those who ask for
 * its decryption, and others get a text without meaning.
 */
public final class LocalSsm implements SsmClient {

  private static final int DESCRIBE_PAGE = 50;
  private static final int PATH_PAGE = 10;

  private final Parameters parameters;

  public LocalSsm(StateStore store, InstantSource clock) {
    this.parameters = new Parameters(store, clock);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the state store belongs to the caller. */
  @Override
  public void close() {}

  @Override
  public PutParameterResponse putParameter(PutParameterRequest request) {
    VersionRow version = parameters.put(request, tags(request.tags()));
    return PutParameterResponse.builder().version(version.number()).tier(version.tier()).build();
  }

  @Override
  public GetParameterResponse getParameter(GetParameterRequest request) {
    return GetParameterResponse.builder()
        .parameter(
            ParameterShapes.parameter(parameters.select(request.name()), request.withDecryption()))
        .build();
  }

  @Override
  public GetParametersResponse getParameters(GetParametersRequest request) {
    List<Parameter> found = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String name : request.names()) {
      try {
        found.add(ParameterShapes.parameter(parameters.select(name), request.withDecryption()));
      } catch (ParameterNotFoundException | ParameterVersionNotFoundException e) {
        invalid.add(name);
      }
    }
    return GetParametersResponse.builder().parameters(found).invalidParameters(invalid).build();
  }

  @Override
  public GetParametersByPathResponse getParametersByPath(GetParametersByPathRequest request) {
    String path = request.path();
    if (!path.startsWith("/")) {
      throw Refusals.invalid(
          "The parameter doesn't meet the parameter name requirements. The parameter name must"
              + " begin with a forward slash \"/\".");
    }
    List<ParameterStringFilter> filters = request.parameterFilters();
    ParameterFilters.checkByPath(filters);
    boolean recursive = Boolean.TRUE.equals(request.recursive());
    List<ParameterRow> rows =
        parameters.in(Scope.current()).stream()
            .filter(row -> ParameterFilters.isBelow(path, row.name(), recursive))
            .filter(row -> ParameterFilters.hold(filters, row))
            .toList();
    Page<ParameterRow> page =
        page(rows, ParameterRow::name, request.maxResults(), PATH_PAGE, request.nextToken());
    return GetParametersByPathResponse.builder()
        .parameters(
            page.items().stream()
                .map(row -> new Parameters.Selected(row, row.current(), null))
                .map(one -> ParameterShapes.parameter(one, request.withDecryption()))
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DescribeParametersResponse describeParameters(DescribeParametersRequest request) {
    if (request.hasFilters() && request.hasParameterFilters()) {
      throw Refusals.invalid("You can use either Filters or ParameterFilters in a single request.");
    }
    List<ParameterStringFilter> filters =
        request.hasFilters()
            ? request.filters().stream()
                .map(f -> ParameterStringFilter.builder().key(f.keyAsString()).values(f.values()))
                .map(ParameterStringFilter.Builder::build)
                .toList()
            : request.parameterFilters();
    ParameterFilters.checkDescribe(filters);
    List<ParameterRow> rows =
        parameters.in(Scope.current()).stream()
            .filter(row -> ParameterFilters.hold(filters, row))
            .toList();
    Page<ParameterRow> page =
        page(rows, ParameterRow::name, request.maxResults(), DESCRIBE_PAGE, request.nextToken());
    return DescribeParametersResponse.builder()
        .parameters(page.items().stream().map(ParameterShapes::metadata).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public GetParameterHistoryResponse getParameterHistory(GetParameterHistoryRequest request) {
    ParameterRow row = parameters.get(request.name());
    Page<VersionRow> page =
        page(
            row.versions(),
            version -> "%019d".formatted(version.number()),
            request.maxResults(),
            DESCRIBE_PAGE,
            request.nextToken());
    return GetParameterHistoryResponse.builder()
        .parameters(
            page.items().stream()
                .map(version -> ParameterShapes.history(row, version, request.withDecryption()))
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteParameterResponse deleteParameter(DeleteParameterRequest request) {
    if (!parameters.delete(request.name())) {
      throw Refusals.notFound(request.name());
    }
    return DeleteParameterResponse.builder().build();
  }

  @Override
  public DeleteParametersResponse deleteParameters(DeleteParametersRequest request) {
    Map<Boolean, List<String>> names =
        request.names().stream().collect(Collectors.partitioningBy(parameters::delete));
    return DeleteParametersResponse.builder()
        .deletedParameters(names.getOrDefault(true, List.of()))
        .invalidParameters(names.getOrDefault(false, List.of()))
        .build();
  }

  @Override
  public LabelParameterVersionResponse labelParameterVersion(LabelParameterVersionRequest request) {
    Map<Boolean, List<String>> labels =
        request.labels().stream().distinct().collect(Collectors.partitioningBy(Names::isLabel));
    long version =
        parameters.label(
            request.name(), request.parameterVersion(), labels.getOrDefault(true, List.of()));
    return LabelParameterVersionResponse.builder()
        .parameterVersion(version)
        .invalidLabels(labels.getOrDefault(false, List.of()))
        .build();
  }

  @Override
  public UnlabelParameterVersionResponse unlabelParameterVersion(
      UnlabelParameterVersionRequest request) {
    List<String> removed =
        parameters.unlabel(request.name(), request.parameterVersion(), request.labels());
    List<String> others = new ArrayList<>(request.labels());
    others.removeAll(removed);
    return UnlabelParameterVersionResponse.builder()
        .removedLabels(removed)
        .invalidLabels(others)
        .build();
  }

  @Override
  public AddTagsToResourceResponse addTagsToResource(AddTagsToResourceRequest request) {
    Map<String, String> added = tags(request.tags());
    parameters.retag(
        tagged(request.resourceType(), request.resourceId()), old -> Tags.merged(old, added));
    return AddTagsToResourceResponse.builder().build();
  }

  @Override
  public RemoveTagsFromResourceResponse removeTagsFromResource(
      RemoveTagsFromResourceRequest request) {
    parameters.retag(
        tagged(request.resourceType(), request.resourceId()),
        old -> Tags.without(old, request.tagKeys()));
    return RemoveTagsFromResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    Map<String, String> tags = tagged(request.resourceType(), request.resourceId()).tags();
    return ListTagsForResourceResponse.builder()
        .tagList(
            tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  /** Nothing else than parameters is here to have tags. */
  private ParameterRow tagged(ResourceTypeForTagging type, String id) {
    return Optional.of(id)
        .filter(any -> type == ResourceTypeForTagging.PARAMETER)
        .flatMap(name -> parameters.find(Scope.current(), name))
        .orElseThrow(LocalSsm::noResource);
  }

  private static InvalidResourceIdException noResource() {
    return InvalidResourceIdException.builder()
        .message("The resource ID is not valid. Verify that you entered the correct ID.")
        .build();
  }

  private static <T> Page<T> page(
      List<T> rows,
      Function<T, String> position,
      @Nullable Integer size,
      int most,
      @Nullable String token) {
    try {
      return Page.of(rows, position, size == null ? most : size, token);
    } catch (Page.BadToken e) {
      throw InvalidNextTokenException.builder()
          .message("The specified token is not valid.")
          .build();
    }
  }

  private static Map<String, String> tags(List<Tag> tags) {
    Map<String, String> map = new LinkedHashMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }
}
