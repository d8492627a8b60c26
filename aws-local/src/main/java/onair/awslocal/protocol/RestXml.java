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
 * REST with XML bodies: CloudFront.
 *
 * <p>Source: Smithy 2.0, "AWS restXml protocol". Not covered: maps, attributes, S3's own error
 * shape.
 */
record RestXml(ServiceModel model, RestRoutes routes) implements WireProtocol {

  private static final Set<String> MEDIA_TYPES = Set.of("application/xml", "text/xml");

  @Override
  public Call route(WireRequest request) {
    return routes.find(request);
  }

  @Override
  public SdkRequest read(Call call, WireRequest request, Violations violations) {
    SdkPojo builder = SdkJson.builderOf(call.operation().requestType());
    RestBinding.read(call, request, builder, violations);
    Optional<SdkField<?>> payload = RestBinding.payload(builder);
    if (request.body().length > 0 && (payload.isPresent() || Bodies.hasBodyFields(builder))) {
      if (payload.isPresent() && payload.get().marshallingType() == MarshallingType.SDK_BYTES) {
        payload.get().set(builder, SdkBytes.fromByteArrayUnsafe(request.body()));
      } else {
        Bodies.requireMediaType(request, MEDIA_TYPES);
        readXml(call.operation(), payload, request, builder, violations);
      }
    }
    return (SdkRequest) ((Buildable) builder).build();
  }

  private void readXml(
      Operation operation,
      Optional<SdkField<?>> payload,
      WireRequest request,
      SdkPojo builder,
      Violations violations) {
    XmlElement root = XmlElement.parse(request.body());
    String expected =
        payload
            .<String>map(SdkField::locationName)
            .or(() -> model.inputElement(operation.name()))
            .orElse(root.name());
    if (!root.name().equals(expected)) {
      throw Refusal.malformed(
          "The XML document is a %s, not a %s.".formatted(root.name(), expected));
    }
    XmlReader reader = new XmlReader(violations);
    if (payload.isPresent()) {
      Object value = reader.value(root, payload.get(), root.name());
      if (value != null) {
        payload.get().set(builder, value);
      }
    } else {
      reader.read(root, builder, "");
    }
  }

  @Override
  public WireResponse write(Operation operation, SdkPojo response, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>(RestBinding.headers(response));
    SdkField<?> payload = RestBinding.payload(response).orElse(null);
    Object value = payload == null ? null : payload.getValueOrDefault(response);
    byte[] body;
    if (value instanceof SdkBytes bytes) {
      body = bytes.asByteArrayUnsafe();
    } else if (payload != null && value instanceof SdkPojo pojo) {
      body = document(rootOf(operation, payload), pojo);
    } else if (Bodies.hasBodyFields(response)) {
      body = document(outputElement(operation), response);
    } else {
      body = new byte[0];
    }
    if (body.length > 0) {
      headers.putIfAbsent("Content-Type", "text/xml");
    }
    return new WireResponse(model.successStatus(operation.name()), headers, body);
  }

  private byte[] document(String root, SdkPojo value) {
    return new XmlWriter().open(root, model.xmlNamespace()).members(value).close(root).bytes();
  }

  private String outputElement(Operation operation) {
    return model.output(operation.name()).map(Shape::name).orElse(operation.name() + "Result");
  }

  private String rootOf(Operation operation, SdkField<?> payload) {
    return model
        .output(operation.name())
        .map(output -> output.member(payload.memberName()))
        .map(member -> member.wireName().equals(member.name()) ? member.shape() : member.wireName())
        .orElse(payload.unmarshallLocationName());
  }

  @Override
  public WireResponse error(ApiError error, String requestId) {
    return XmlErrors.response(error, model.xmlNamespace(), requestId);
  }
}
