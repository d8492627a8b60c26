package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Form parameters in, XML out: STS, CloudWatch, and SQS to older clients, which may name the queue
 * by the path alone.
 *
 * <p>Source: Smithy 2.0, "AWS query protocol".
 */
record AwsQuery(ServiceModel model, Map<String, Operation> operations) implements WireProtocol {

  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
  private static final String QUEUE = "QueueUrl";

  @Override
  public Call route(WireRequest request) {
    String action = action(request);
    Operation operation = operations.get(action);
    if (operation == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION,
          "Could not find operation %s for %s".formatted(action, model.serviceId()));
    }
    return new Call(operation, Map.of());
  }

  /** Whether a request is in this protocol. */
  static boolean speaks(WireRequest request) {
    return MEDIA_TYPE.equals(request.mediaType()) && request.header(AwsJson.TARGET) == null;
  }

  /** Whether the request names an action of this service. */
  boolean knows(WireRequest request) {
    return MEDIA_TYPE.equals(request.mediaType()) && operations.containsKey(action(request));
  }

  private static String action(WireRequest request) {
    return parameters(request).getOrDefault("Action", List.of("")).getFirst();
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    Bodies.requireMediaType(request, Set.of(MEDIA_TYPE));
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    Map<String, List<String>> parameters = parameters(request);
    parameters.keySet().removeIf(AwsQuery::isOfTheProtocol);
    if (model.changedFromQuery() && request.path().length() > 1 && has(builder, QUEUE)) {
      parameters.putIfAbsent(QUEUE, List.of(request.path()));
    }
    new QueryReader(violations, QueryNames.of(model, call.operation().name()))
        .read(QueryParameter.tree(parameters), builder);
    return (SdkRequest) ((Buildable) builder).build();
  }

  private static boolean has(SdkPojo type, String member) {
    return type.sdkFields().stream().anyMatch(field -> field.locationName().equals(member));
  }

  private static boolean isOfTheProtocol(String parameter) {
    return parameter.equals("Action")
        || parameter.equals("Version")
        || parameter.startsWith("X-Amz-");
  }

  private static Map<String, List<String>> parameters(WireRequest request) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(request.query());
    parameters.putAll(WirePath.query(Bodies.text(request.body())));
    return parameters;
  }

  @Override
  public WireResponse write(Operation operation, SdkPojo response, String requestId) {
    String root = operation.name() + "Response";
    String result = operation.name() + "Result";
    XmlWriter xml =
        new XmlWriter(QueryNames.of(model, operation.name()))
            .open(root, model.xmlNamespace())
            .open(result)
            .members(response)
            .close(result)
            .open("ResponseMetadata")
            .text("RequestId", requestId)
            .close("ResponseMetadata")
            .close(root);
    return new WireResponse(200, Map.of("Content-Type", "text/xml"), xml.bytes());
  }

  @Override
  public WireResponse error(ApiError error, String requestId) {
    String known = QueryErrorCodes.of(model.targetPrefix(), error.code());
    ApiError named =
        known == null
            ? error
            : new ApiError(known, error.status(), error.message(), error.detail());
    return XmlErrors.response(named, model.xmlNamespace(), requestId);
  }
}
