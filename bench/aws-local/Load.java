import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One measurement of one server: {@code java Load.java <endpoint> <create|describe|list> <seconds>
 * <connections>}. Prints one line of JSON. Closed loop: each connection sends its next request when
 * it has the answer to the last one. Requests are signed in form, with a signature nobody checks.
 *
 * <p>Creates are by turns an input and a channel that takes it; a describe is of one channel; a list is a page of
 * 20 of whatever was created before.
 */
final class Load {

  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/medialive/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);

  private static final String CHANNEL =
      """
      {"name": "bench-%d", "channelClass": "SINGLE_PIPELINE", "requestId": "%d",
       "inputSpecification": {"codec": "AVC", "resolution": "HD", "maximumBitrate": "MAX_10_MBPS"},
       "inputAttachments": [{"inputId": "%s"}],
       "destinations": [{"id": "package", "mediaPackageSettings": [{"channelId": "bench"}]}],
       "encoderSettings": {
         "timecodeConfig": {"source": "SYSTEMCLOCK"},
         "videoDescriptions": [{"name": "v", "width": 640, "height": 360, "codecSettings": {"h264Settings":
           {"bitrate": 800000, "framerateControl": "SPECIFIED", "framerateNumerator": 25,
            "framerateDenominator": 1, "gopSize": 1.0, "gopSizeUnits": "SECONDS"}}}],
         "audioDescriptions": [{"name": "a", "audioSelectorName": "default",
           "codecSettings": {"aacSettings": {"bitrate": 96000.0}}}],
         "outputGroups": [{"outputGroupSettings": {"mediaPackageGroupSettings":
             {"destination": {"destinationRefId": "package"}}},
           "outputs": [{"outputName": "o", "videoDescriptionName": "v", "audioDescriptionNames": ["a"],
             "outputSettings": {"mediaPackageOutputSettings": {}}}]}]}}
      """;

  private static final String INPUT =
      """
      {"name": "bench-%d", "type": "URL_PULL", "sources": [{"url": "http://127.0.0.1/bench.m3u8"}]}
      """;

  private static final Pattern ARN = Pattern.compile("arn:aws:medialive:[^\"]*(?:channel|input):([\\w-]+)");

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  public static void main(String[] arguments) throws Exception {
    URI endpoint = URI.create(arguments[0]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
    int connections = Integer.parseInt(arguments[3]);
    Supplier<Caller> callers =
        switch (arguments[1]) {
          case "create" -> () -> new Creator(endpoint);
          case "describe" -> {
            String id = idOf(send(createChannel(endpoint, idOf(send(createInput(endpoint))))));
            yield () -> last -> request(endpoint, "/prod/channels/" + id).build();
          }
          case "list" -> () -> last -> request(endpoint, "/prod/channels?maxResults=20").build();
          default -> throw new IllegalArgumentException(arguments[1]);
        };
    run(callers, Duration.ofMillis(time.toMillis() / 4), connections);
    List<long[]> latencies = new ArrayList<>();
    long begun = System.nanoTime();
    long failed = 0;
    for (Result each : run(callers, time, connections)) {
      latencies.add(each.nanos());
      failed += each.failed();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        "{\"operation\": \"%s\", \"requests_per_second\": %.1f, \"p50_ms\": %.2f, \"p99_ms\": %.2f,"
            + " \"requests\": %d, \"failed\": %d}%n",
        arguments[1], all.length / seconds, at(all, 0.50), at(all, 0.99), all.length, failed);
  }

  /** What one connection sends next, told what the last answer was. */
  private interface Caller {
    HttpRequest next(String last);
  }

  /** By turns an input, and a channel that takes it: no input can be in two channels. */
  private static final class Creator implements Caller {
    private final URI endpoint;
    private boolean channel = true;

    Creator(URI endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public HttpRequest next(String last) {
      channel = !channel;
      return channel ? createChannel(endpoint, idOf(last)) : createInput(endpoint);
    }
  }

  private record Result(long[] nanos, long failed) {}

  private static List<Result> run(Supplier<Caller> callers, Duration time, int connections)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Result> results = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    Result result = oneConnection(callers.get(), end);
                    synchronized (results) {
                      results.add(result);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return results;
  }

  private static Result oneConnection(Caller caller, long end) {
    long failed = 0;
    long[] nanos = new long[1 << 20];
    int count = 0;
    String last = "";
    try (HttpClient http = client()) {
      while (System.nanoTime() < end && count < nanos.length) {
        HttpRequest request = caller.next(last);
        long begun = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        nanos[count++] = System.nanoTime() - begun;
        last = answer.body();
        if (answer.statusCode() >= 300 && failed++ == 0) {
          System.err.println(answer.statusCode() + " " + answer.body());
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Result(Arrays.copyOf(nanos, count), failed);
  }

  private static HttpRequest createChannel(URI endpoint, String input) {
    long number = NUMBER.incrementAndGet();
    return request(endpoint, "/prod/channels")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(CHANNEL.formatted(number, number, input)))
        .build();
  }

  private static HttpRequest createInput(URI endpoint) {
    return request(endpoint, "/prod/inputs")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(INPUT.formatted(NUMBER.incrementAndGet())))
        .build();
  }

  private static String send(HttpRequest request) throws Exception {
    try (HttpClient http = client()) {
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static String idOf(String answer) {
    Matcher arn = ARN.matcher(answer);
    if (!arn.find()) {
      throw new IllegalStateException(answer);
    }
    return arn.group(1);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static HttpRequest.Builder request(URI endpoint, String path) {
    return HttpRequest.newBuilder(endpoint.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("X-Amz-Date", "20260101T000000Z")
        .header("Authorization", SIGNED);
  }

  private static double at(long[] sorted, double quantile) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e6;
  }
}
