package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Form parameters in, XML out: STS.
 *
 * <p>Source: Smithy 2.0, "AWS query protocol". Covered are inputs of single values; lists and
 * structures are refused as unknown.
 */
record AwsQuery(ServiceModel model, Map<String, Operation> operations) implements WireProtocol {

  private static final Set<String> PROTOCOL_PARAMETERS = Set.of("Action", "Version");

  @Override
  public Call route(WireRequest request) {
    List<String> action = parameters(request).getOrDefault("Action", List.of(""));
    Operation operation = operations.get(action.getFirst());
    if (operation == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION,
          "Could not find operation %s for %s".formatted(action.getFirst(), model.serviceId()));
    }
    return new Call(operation, Map.of());
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    Bodies.requireMediaType(request, Set.of("application/x-www-form-urlencoded"));
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    Map<String, List<String>> parameters = new LinkedHashMap<>(parameters(request));
    parameters.keySet().removeAll(PROTOCOL_PARAMETERS);
    for (SdkField<?> field : builder.sdkFields()) {
      List<String> values = parameters.remove(field.locationName());
      if (values != null) {
        Object value =
            TextScalars.read(values.getFirst(), field, TimestampFormatTrait.Format.ISO_8601);
        if (value == null) {
          violations.add(field.locationName(), TextScalars.describe(field));
        } else {
          field.set(builder, value);
        }
      }
    }
    parameters.keySet().stream()
        .filter(name -> !name.startsWith("X-Amz-"))
        .forEach(name -> violations.add(name, "unknown parameter"));
    return (SdkRequest) ((Buildable) builder).build();
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
