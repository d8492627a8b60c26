package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.metrics.Datapoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeMetricsTest {

  @TempDir Path folder;

  @Test
  void requestsBytesAndErrorRatesAreCountedByDistributionInUsEast1() throws Exception {
    try (CloudFront local = new CloudFront(folder);
        HttpClient viewers = HttpClient.newHttpClient()) {
      local.echoQuery();
      String id =
          local
              .client
              .createDistribution(d -> d.distributionConfig(CloudFront.config("ref")))
              .distribution()
              .id();
      local.pass(CloudFront.DEPLOYMENT.plus(Duration.ofSeconds(1)));
      int bytes =
          get(viewers, local, "/a").body().length() + get(viewers, local, "/b").body().length();
      HttpRequest refused = HttpRequest.newBuilder(local.viewer("/a")).DELETE().build();
      HttpResponse<String> forbidden = viewers.send(refused, HttpResponse.BodyHandlers.ofString());
      assertThat(forbidden.statusCode()).isEqualTo(403);

      Map<String, Datapoint> measured =
          local.metrics.totals().stream()
              .filter(reading -> reading.metric().scope().region().equals("us-east-1"))
              .filter(
                  reading ->
                      reading
                          .metric()
                          .dimensions()
                          .equals(Map.of("DistributionId", id, "Region", "Global")))
              .map(reading -> Map.entry(reading.metric().name(), reading.total()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      assertThat(measured.get("Requests").sum()).isEqualTo(3);
      assertThat(measured.get("BytesDownloaded").sum())
          .isEqualTo(bytes + forbidden.body().length());
      assertThat(rates(measured))
          .isEqualTo(Map.of("4xxErrorRate", 33L, "5xxErrorRate", 0L, "TotalErrorRate", 33L));
    }
  }

  private static Map<String, Long> rates(Map<String, Datapoint> measured) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("Rate"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> Math.round(entry.getValue().average())));
  }

  private static HttpResponse<String> get(HttpClient viewers, CloudFront local, String path)
      throws Exception {
    HttpResponse<String> response =
        viewers.send(
            HttpRequest.newBuilder(local.viewer(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response;
  }
}
