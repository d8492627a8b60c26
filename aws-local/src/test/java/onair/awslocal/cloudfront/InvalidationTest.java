package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import onair.awslocal.origin.OriginResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.InconsistentQuantitiesException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidationSummary;
import software.amazon.awssdk.services.cloudfront.model.NoSuchInvalidationException;

class InvalidationTest {

  @TempDir private Path folder;

  private static final Duration LONGER_THAN_ANY = Duration.ofSeconds(5);

  @Test
  void makesViewersMeetTheOriginAgain() throws Exception {
    AtomicInteger fetches = new AtomicInteger();
    try (CloudFront local = new CloudFront(folder)) {
      local.origins.register(
          CloudFront.ORIGIN,
          request ->
              new OriginResponse(
                  200,
                  "text/plain",
                  Duration.ofHours(1),
                  ("v" + fetches.incrementAndGet()).getBytes(StandardCharsets.UTF_8)));
      String id = deployed(local);
      assertThat(view(local)).isEqualTo("v1");
      assertThat(view(local)).isEqualTo("v1");

      CreateInvalidationResponse made = invalidate(local, id, "inv-1", "/out/*");
      assertThat(made.invalidation().status()).isEqualTo("InProgress");
      assertThat(
              local
                  .client
                  .getDistribution(r -> r.id(id))
                  .distribution()
                  .inProgressInvalidationBatches())
          .isEqualTo(1);
      local.pass(LONGER_THAN_ANY);

      assertThat(view(local)).isEqualTo("v2");
      assertThat(
              local
                  .client
                  .getInvalidation(r -> r.distributionId(id).id(made.invalidation().id()))
                  .invalidation()
                  .status())
          .isEqualTo("Completed");
    }
  }

  @Test
  void isMadeOncePerCallerReference() throws Exception {
    try (CloudFront local = new CloudFront(folder)) {
      String id = deployed(local);
      String first = invalidate(local, id, "inv-1", "/a").invalidation().id();

      assertThat(invalidate(local, id, "inv-1", "/a").invalidation().id()).isEqualTo(first);
      assertThatThrownBy(() -> invalidate(local, id, "inv-1", "/b"))
          .isInstanceOf(InvalidArgumentException.class);
      String second = invalidate(local, id, "inv-2", "/b").invalidation().id();
      assertThat(
              local.client.listInvalidations(r -> r.distributionId(id)).invalidationList().items())
          .extracting(InvalidationSummary::id)
          .containsExactly(second, first);
    }
  }

  @Test
  void refusesPathsThatNameNothing() throws Exception {
    try (CloudFront local = new CloudFront(folder)) {
      String id = deployed(local);

      for (String path : new String[] {"a", "/a*b", "/*/b"}) {
        assertThatThrownBy(() -> invalidate(local, id, "inv", path))
            .isInstanceOf(InvalidArgumentException.class);
      }
      assertThatThrownBy(
              () ->
                  local.client.createInvalidation(
                      r ->
                          r.distributionId(id)
                              .invalidationBatch(
                                  b ->
                                      b.callerReference("x")
                                          .paths(p -> p.quantity(2).items("/a")))))
          .isInstanceOf(InconsistentQuantitiesException.class);
      assertThatThrownBy(() -> local.client.getInvalidation(r -> r.distributionId(id).id("I1")))
          .isInstanceOf(NoSuchInvalidationException.class);
    }
  }

  private static String deployed(CloudFront local) {
    String id =
        local
            .client
            .createDistribution(r -> r.distributionConfig(CloudFront.config("ref")))
            .distribution()
            .id();
    local.pass(CloudFront.DEPLOYMENT);
    return id;
  }

  private static CreateInvalidationResponse invalidate(
      CloudFront local, String id, String reference, String path) {
    return local.client.createInvalidation(
        r ->
            r.distributionId(id)
                .invalidationBatch(
                    b -> b.callerReference(reference).paths(p -> p.quantity(1).items(path))));
  }

  private static String view(CloudFront local) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(local.viewer("/out/v1/a")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
