package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Form parameters in, XML out: STS, CloudWatch.
 *
 * <p>Source: Smithy 2.0, "AWS query protocol".
 */
record AwsQuery(ServiceModel model, Map<String, Operation> operations) implements WireProtocol {

  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

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

  /** Whether the request names an action of this service. */
  boolean knows(WireRequest request) {
    return MEDIA_TYPE.equals(request.mediaType())
        && operations.containsKey(action(request));
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
    new QueryReader(violations).read(QueryParameter.tree(parameters), builder);
    return (SdkRequest) ((Buildable) builder).build();
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
        new XmlWriter()
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
    return XmlErrors.response(error, model.xmlNamespace(), requestId);
  }
}
