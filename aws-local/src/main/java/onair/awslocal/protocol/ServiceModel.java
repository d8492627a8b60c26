package onair.awslocal.protocol;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The official API model of one service (C2J, from {@code com.amazonaws:aws-java-sdk-models}). It
 * is older than the SDK: it constrains what it knows and is silent about the rest.
 */
final class ServiceModel {

  /**
   * Model files by signing name; a new service adds its line here and its file to the unpack step
   * of the build.
   */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          entry("cloudfront", "cloudfront-2020-05-31-model.json"),
          entry("events", "events-2015-10-07-model.json"),
          entry("mediaconnect", "mediaconnect-2018-11-14-model.json"),
          entry("mediaconvert", "mediaconvert-2017-08-29-model.json"),
          entry("medialive", "medialive-2017-10-14-model.json"),
          entry("mediapackage", "mediapackage-2017-10-12-model.json"),
          entry("mediapackage-vod", "mediapackage-vod-2018-11-07-model.json"),
          entry("mediapackagev2", "mediapackagev2-2022-12-25-model.json"),
          entry("mediastore", "mediastore-2017-09-01-model.json"),
          entry("mediatailor", "api.mediatailor-2018-04-23-model.json"),
          entry("monitoring", "monitoring-2010-08-01-model.json"),
          entry("secretsmanager", "secretsmanager-2017-10-17-model.json"),
          entry("servicequotas", "service-quotas-2019-06-24-model.json"),
          entry("sqs", "sqs-2012-11-05-model.json"),
          entry("ssm", "ssm-2014-11-06-model.json"),
          entry("sts", "sts-2011-06-15-model.json"));

  /**
   * Some services put their version into operation names, such as {@code
   * GetDistribution2020_05_31}.
   */
  private static final Pattern VERSION_SUFFIX = Pattern.compile("\\d{4}_\\d{2}_\\d{2}$");

  private final JsonNode metadata;
  private final Map<String, JsonNode> operations = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, Shape> errorsByClass = new HashMap<>();

  private ServiceModel(JsonNode model) {
    this.metadata = model.path("metadata");
    model
        .path("operations")
        .forEachEntry((name, operation) -> operations.put(fold(name), operation));
    model.path("shapes").forEachEntry((name, shape) -> shapes.put(name, Shape.of(name, shape)));
    shapes.values().stream()
        .filter(Shape::isError)
        .forEach(
            shape ->
                errorsByClass.merge(
                    exceptionKey(shape.name()),
                    shape,
                    (one, other) -> one.name().endsWith("Exception") ? one : other));
  }

  /** Reads the model from the class path. */
  static ServiceModel load(String signingName) {
    String file = FILES.get(signingName);
    if (file == null) {
      throw new IllegalArgumentException(
          "No API model is known for the service " + signingName + "; see ServiceModel.FILES");
    }
    try (InputStream in = ServiceModel.class.getResourceAsStream("/models/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/models/" + file + " is not on the class path");
      }
      return new ServiceModel(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isKnown(String signingName) {
    return FILES.containsKey(signingName);
  }

  /**
   * {@code rest-json}, {@code json}, {@code rest-xml} or {@code query}. A service that prefers CBOR
   * also speaks the query protocol, which is what the SDK for Java and older clients send.
   */
  String protocol() {
    String preferred = metadata.path("protocol").asString();
    return preferred.equals("smithy-rpc-v2-cbor") ? "query" : preferred;
  }

  /** Whether newer clients speak {@link RpcV2Cbor} to it. */
  boolean hasCbor() {
    return metadata.path("protocol").asString().equals("smithy-rpc-v2-cbor");
  }

  /** Whether it speaks JSON now, and to older clients the query protocol still. */
  boolean changedFromQuery() {
    return protocol().equals("json") && metadata.has("awsQueryCompatible");
  }

  /** {@code 1.0} or {@code 1.1}, of the protocol {@code json}. */
  String jsonVersion() {
    return metadata.path("jsonVersion").asString("1.1");
  }

  /** What stands before the dot in {@code X-Amz-Target}; empty in other protocols. */
  String targetPrefix() {
    return metadata.path("targetPrefix").asString("");
  }

  /** For people, such as {@code MediaLive}. */
  String serviceId() {
    return metadata.path("serviceId").asString();
  }

  /** The namespace of XML bodies. */
  String xmlNamespace() {
    String declared = metadata.path("xmlNamespace").asString("");
    return declared.isEmpty()
        ? "http://%s.amazonaws.com/doc/%s/"
            .formatted(
                metadata.path("endpointPrefix").asString(), metadata.path("apiVersion").asString())
        : declared;
  }

  boolean knows(String operation) {
    return operations.containsKey(fold(operation));
  }

  /** In lower case: the SDK writes {@code WebAcl} where the model has {@code WebACL}. */
  Set<String> operationNames() {
    return Set.copyOf(operations.keySet());
  }

  /** Method, space and URI template of an operation as the model has it. */
  String binding(String operation) {
    JsonNode http = operation(operation).path("http");
    return http.path("method").asString() + " " + http.path("requestUri").asString();
  }

  int successStatus(String operation) {
    return operation(operation).path("http").path("responseCode").asInt(200);
  }

  Optional<Shape> input(String operation) {
    return shape(operation(operation).path("input").path("shape").asString(""));
  }

  Optional<Shape> output(String operation) {
    return shape(operation(operation).path("output").path("shape").asString(""));
  }

  /** The name of the root element of a request body in XML. */
  Optional<String> inputElement(String operation) {
    JsonNode input = operation(operation).path("input");
    String name = input.path("locationName").asString(input.path("shape").asString(""));
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  List<Shape> errors(String operation) {
    return operation(operation).path("errors").values().stream()
        .map(error -> error.path("shape").asString())
        .map(shapes::get)
        .toList();
  }

  /** All errors of the service. */
  List<Shape> errors() {
    return shapes.values().stream().filter(Shape::isError).toList();
  }

  Optional<Shape> shape(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(shapes.get(name));
  }

  /** The error that an SDK exception class stands for. */
  Optional<Shape> error(Class<?> exception) {
    return Optional.ofNullable(errorsByClass.get(exceptionKey(exception.getSimpleName())));
  }

  private JsonNode operation(String name) {
    JsonNode operation = operations.get(fold(name));
    return operation == null ? MissingNode.getInstance() : operation;
  }

  private static String fold(String operation) {
    return VERSION_SUFFIX.matcher(operation).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /** The SDK names exception classes in Pascal case with one suffix, whatever the model has. */
  private static String exceptionKey(String name) {
    return name.replaceFirst("(Exception|Fault)$", "").toLowerCase(Locale.ROOT);
  }
}
