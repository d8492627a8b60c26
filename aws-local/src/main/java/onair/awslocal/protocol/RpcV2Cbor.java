package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * CBOR by POST with the operation in the path, which newer clients speak to CloudWatch instead of
 * {@link AwsQuery}.
 *
 * <p>Source: Smithy 2.0, "Smithy RPC v2 CBOR protocol", "AWS query compatible trait".
 */
record RpcV2Cbor(ServiceModel model, Map<String, Operation> operations) implements WireProtocol {

  private static final String NAME = "rpc-v2-cbor";
  private static final String HEADER = "smithy-protocol";
  private static final String CONTENT_TYPE = "application/cbor";
  private static final String OPERATION = "/operation/";

  /** Whether a request says that it is in this protocol. */
  static boolean speaks(WireRequest request) {
    return NAME.equals(request.header(HEADER));
  }

  @Override
  public Call route(WireRequest request) {
    String path = request.path();
    int at = path.lastIndexOf(OPERATION);
    Operation operation = at < 0 ? null : operations.get(path.substring(at + OPERATION.length()));
    if (operation == null || !request.method().equals("POST")) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION,
          "%s has no operation at %s".formatted(model.serviceId(), path));
    }
    return new Call(operation, Map.of());
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    Bodies.requireMediaType(request, Set.of(CONTENT_TYPE));
    if (request.body().length > 0) {
      JsonDocuments.REQUEST.read(Cbor.read(request.body()), builder, violations);
    }
    return (SdkRequest) ((Buildable) builder).build();
  }

  @Override
  public WireResponse write(Operation operation, SdkPojo response, String requestId) {
    return new WireResponse(200, headers(), Cbor.write(response, null));
  }

  @Override
  public WireResponse error(ApiError error, String requestId) {
    Map<String, String> headers = headers();
    headers.put(
        "x-amzn-query-error", error.code() + ";" + (error.isSenderFault() ? "Sender" : "Receiver"));
    return new WireResponse(error.status(), headers, Cbor.write(error.detail(), said(error)));
  }

  private static Map<String, String> said(ApiError error) {
    Map<String, String> members = new LinkedHashMap<>();
    SdkPojo detail = error.detail();
    members.put("__type", detail == null ? error.code() : detail.getClass().getSimpleName());
    members.put("message", error.message());
    return members;
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", CONTENT_TYPE);
    headers.put(HEADER, NAME);
    return headers;
  }
}
