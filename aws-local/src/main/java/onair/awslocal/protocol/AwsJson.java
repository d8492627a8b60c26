package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON by POST with the operation in {@code X-Amz-Target}: EventBridge, SQS.
 *
 * <p>Source: Smithy 2.0, "AWS JSON 1.0 protocol" and "AWS JSON 1.1 protocol", "AWS query compatible
 * trait".
 */
record AwsJson(ServiceModel model, Map<String, Operation> operations) implements WireProtocol {

  static final String TARGET = "x-amz-target";

  @Override
  public Call route(WireRequest request) {
    String target = request.header(TARGET);
    if (target == null || !request.method().equals("POST")) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION, "An operation is named by POST and X-Amz-Target.");
    }
    Operation operation = operations.get(target.substring(target.lastIndexOf('.') + 1));
    if (operation == null || !target.startsWith(model.targetPrefix() + ".")) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION,
          "%s has no operation %s".formatted(model.serviceId(), target));
    }
    return new Call(operation, Map.of());
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    Bodies.requireMediaType(request, Set.of(contentType(), "application/json"));
    if (request.body().length > 0) {
      JsonDocuments.REQUEST.read(Bodies.json(request.body()), builder, violations);
    }
    return (SdkRequest) ((Buildable) builder).build();
  }

  @Override
  public WireResponse write(Operation operation, SdkPojo response, String requestId) {
    return new WireResponse(
        200,
        Map.of("Content-Type", contentType()),
        Bodies.bytes(JsonDocuments.RESPONSE.write(response)));
  }

  @Override
  public WireResponse error(ApiError error, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType());
    ObjectNode body = JsonErrors.body(error, JsonErrors.messageMember(model, error));
    String queryCode = QueryErrorCodes.of(model.targetPrefix(), error.code());
    if (queryCode == null) {
      body.put("__type", error.code());
    } else {
      body.put("__type", "com.amazonaws.sqs#" + error.code());
      headers.put(
          "x-amzn-query-error", queryCode + ";" + (error.isSenderFault() ? "Sender" : "Receiver"));
    }
    return new WireResponse(error.status(), headers, Bodies.bytes(body));
  }

  private String contentType() {
    return "application/x-amz-json-" + model.jsonVersion();
  }
}
