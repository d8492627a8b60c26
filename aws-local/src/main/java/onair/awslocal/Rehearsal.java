package onair.awslocal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A short life of {@code aws-local} in a folder that is thrown away, with a call to each service.
 * From what it loads the JVM makes the cache that lets the next one start in half the time:
 *
 * <pre>{@code
 * java -XX:AOTCacheOutput=aws-local.aot -cp aws-local-all.jar onair.awslocal.Rehearsal
 * }</pre>
 */
final class Rehearsal {

  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/%s/aws4_request,"
          + " SignedHeaders=host, Signature=rehearsed";

  /** By signing name: a path to GET, or an operation of those that have no paths. */
  private static final List<Map.Entry<String, String>> CALLS =
      List.of(
          Map.entry("medialive", "/prod/channels"),
          Map.entry("mediaconnect", "/v1/flows"),
          Map.entry("mediapackagev2", "/channelGroup"),
          Map.entry("mediapackage", "/channels"),
          Map.entry("mediapackage-vod", "/packaging_groups"),
          Map.entry("mediaconvert", "/2017-08-29/jobs"),
          Map.entry("mediatailor", "/playbackConfigurations"),
          Map.entry("cloudfront", "/2020-05-31/distribution"),
          Map.entry("s3", "/"),
          Map.entry("sqs", "AmazonSQS.ListQueues"),
          Map.entry("events", "AWSEvents.ListRules"),
          Map.entry("secretsmanager", "secretsmanager.ListSecrets"),
          Map.entry("mediastore", "MediaStore_20170901.ListContainers"),
          Map.entry("ssm", "AmazonSSM.DescribeParameters"),
          Map.entry("servicequotas", "ServiceQuotasV20190624.ListServices"));

  private Rehearsal() {}

  /** Ends by itself. What a call answers does not matter, only what it loads. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    AwsLocal.logAsAProgram();
    Path folder = Files.createTempDirectory("aws-local-rehearsal-");
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        HttpClient http = HttpClient.newHttpClient()) {
      for (Map.Entry<String, String> call : CALLS) {
        http.send(
            request(local.endpoint(), call.getKey(), call.getValue()),
            HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      delete(folder);
    }
  }

  private static HttpRequest request(URI endpoint, String service, String call) {
    boolean path = call.startsWith("/");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(path ? endpoint.resolve(call) : endpoint)
            .header("Authorization", SIGNED.formatted(service));
    return path
        ? request.build()
        : request
            .header("X-Amz-Target", call)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
