package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * REST with JSON bodies: MediaLive, MediaPackage and most media services.
 *
 * <p>Source: Smithy 2.0, "AWS restJson1 protocol". Not covered: documents, event streams, prefix
 * headers, maps in queries.
 */
record RestJson(ServiceModel model, RestRoutes routes) implements WireProtocol {

  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  @Override
  public Call route(WireRequest request) {
    return routes.find(request);
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    RestBinding.read(call, request, builder, violations);
    Optional<SdkField<?>> payload = RestBinding.payload(builder);
    if (payload.isPresent()) {
      readPayload(payload.get(), request, builder, violations);
    } else if (request.body().length > 0 && Bodies.hasBodyFields(builder)) {
      Bodies.requireMediaType(request, MEDIA_TYPES);
      JsonDocuments.REQUEST.read(Bodies.json(request.body()), builder, violations);
    }
    return (SdkRequest) ((Buildable) builder).build();
  }

  private static void readPayload(
      SdkField<?> field, WireRequest request, SdkPojo builder, Violations violations) {
    if (request.body().length == 0) {
      return;
    }
    if (field.marshallingType() == MarshallingType.SDK_BYTES) {
      field.set(builder, SdkBytes.fromByteArrayUnsafe(request.body()));
    } else if (field.marshallingType() == MarshallingType.STRING) {
      field.set(builder, Bodies.text(request.body()));
    } else {
      Bodies.requireMediaType(request, MEDIA_TYPES);
      Object value =
          JsonDocuments.REQUEST.readValue(Bodies.json(request.body()), field, "", violations);
      if (value != null) {
        field.set(builder, value);
      }
    }
  }

  @Override
  public WireResponse write(Operation operation, SdkPojo response, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>(RestBinding.headers(response));
    headers.putIfAbsent("Content-Type", "application/json");
    SdkField<?> payload = RestBinding.payload(response).orElse(null);
    Object value = payload == null ? null : payload.getValueOrDefault(response);
    byte[] body =
        switch (value) {
          case null -> Bodies.bytes(JsonDocuments.RESPONSE.write(response));
          case SdkBytes bytes -> bytes.asByteArrayUnsafe();
          case String text -> Bodies.bytes(text);
          case SdkPojo pojo -> Bodies.bytes(JsonDocuments.RESPONSE.write(pojo));
          default -> throw new IllegalArgumentException("No body form for " + value.getClass());
        };
    return new WireResponse(model.successStatus(operation.name()), headers, body);
  }

  @Override
  public WireResponse error(ApiError error, String requestId) {
    return JsonErrors.rest(error, JsonErrors.messageMember(model, error));
  }
}
