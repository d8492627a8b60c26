package onair.awslocal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.awslocal.origin.OriginResponse;
import org.junit.jupiter.api.Test;

class EdgeCacheTest {

  private static CacheRule rule(int min, int usual, int max) {
    return new CacheRule(
        Duration.ofSeconds(min),
        Duration.ofSeconds(usual),
        Duration.ofSeconds(max),
        new QueryRule.None(),
        List.of());
  }

  @Test
  void keepsAnObjectForAsLongAsTheOriginSays() {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(CountingOrigin.ok("one", Duration.ofSeconds(2)));
      HttpResponse<String> miss = edge.get("/index.m3u8");
      edge.clock.move(Duration.ofMillis(1999));
      HttpResponse<String> hit = edge.get("/index.m3u8");
      edge.origin.answers(CountingOrigin.ok("two", Duration.ofSeconds(2)));
      edge.clock.move(Duration.ofMillis(1));
      HttpResponse<String> again = edge.get("/index.m3u8");

      assertThat(Edge.xCache(miss)).isEqualTo("Miss from cloudfront");
      assertThat(miss.headers().firstValue("Cache-Control")).hasValue("max-age=2");
      assertThat(Edge.xCache(hit)).isEqualTo("Hit from cloudfront");
      assertThat(hit.headers().firstValue("Age")).hasValue("1");
      assertThat(hit.body()).isEqualTo("one");
      assertThat(Edge.xCache(again)).isEqualTo("Miss from cloudfront");
      assertThat(again.body()).isEqualTo("two");
      assertThat(edge.origin.count()).isEqualTo(2);
    }
  }

  @Test
  void keepsNothingTheOriginForbidsToKeep() {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(CountingOrigin.ok("now", Duration.ZERO));
      edge.get("/now");
      assertThat(edge.get("/now").headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(edge.origin.count()).isEqualTo(2);
    }
  }

  @Test
  void boundsWhatTheOriginSaysByThePolicy() {
    CacheRule rule = rule(5, 20, 30);

    assertThat(rule.lifetime(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
    assertThat(rule.lifetime(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
    assertThat(rule.lifetime(Duration.ofSeconds(-1))).isEqualTo(Duration.ofSeconds(20));
    assertThat(rule.lifetime(Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void fetchesEveryTimeWhereCachingIsOff() {
    try (Edge edge = Edge.serving(Edge.behavior("*", rule(0, 0, 0)))) {
      edge.get("/a");
      edge.get("/a");

      assertThat(edge.origin.count()).isEqualTo(2);
    }
  }

  @Test
  void takesTheFirstBehaviorThatMatches() {
    try (Edge edge =
        Edge.serving(
            Edge.behavior("/*.m3u8", rule(0, 1, 1)),
            Edge.behavior("/out/*", rule(0, 60, 60)),
            Edge.behavior("*", rule(0, 0, 0)))) {
      edge.get("/out/index.m3u8");
      edge.get("/out/seg.m4s");
      edge.clock.move(Duration.ofSeconds(30));

      assertThat(Edge.xCache(edge.get("/out/index.m3u8"))).startsWith("Miss");
      assertThat(Edge.xCache(edge.get("/out/seg.m4s"))).startsWith("Hit");
    }
  }

  @Test
  void tellsObjectsApartByTheQueryParametersThatCountAndForwardsOnlyThose() {
    try (Edge edge = Edge.plain()) {
      edge.get("/index.m3u8?start=1&x=1");
      assertThat(edge.origin.last().query()).isEqualTo(Map.of("start", "1"));

      assertThat(Edge.xCache(edge.get("/index.m3u8?x=2&start=1"))).startsWith("Hit");
      assertThat(Edge.xCache(edge.get("/index.m3u8?start=2"))).startsWith("Miss");
      assertThat(Edge.xCache(edge.get("/index.m3u8"))).startsWith("Miss");
    }
  }

  @Test
  void forwardsMoreThanTheKeyWhenAnOriginRequestPolicySaysSo() {
    Behavior forwardsAll =
        new Behavior(
            PathPattern.EVERYTHING,
            "mp",
            Edge.READING,
            Edge.MEDIA_PACKAGE,
            new QueryRule.AllExcept(Set.of("secret")),
            ResponseHeaders.ORIGIN_CORS,
            ViewerAccess.EVERYONE);
    try (Edge edge = Edge.serving(forwardsAll)) {
      edge.get("/a?session=7&secret=x&start=1&p=%C3%A9+1");

      assertThat(edge.origin.last().query())
          .isEqualTo(Map.of("session", "7", "start", "1", "p", "é 1"));
    }
  }

  @Test
  void keepsErrorsOnlyShortly() {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(OriginResponse.refusal(404, "not yet"));
      HttpResponse<String> missing = edge.get("/index.m3u8");
      edge.origin.answers(CountingOrigin.ok("now", Duration.ofSeconds(1)));
      HttpResponse<String> stillMissing = edge.get("/index.m3u8");
      edge.clock.move(Duration.ofSeconds(1));

      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(Edge.xCache(missing)).isEqualTo("Error from cloudfront");
      assertThat(missing.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      assertThat(stillMissing.statusCode()).isEqualTo(404);
      assertThat(edge.get("/index.m3u8").body()).isEqualTo("now");
    }
  }

  @Test
  void forgetsWhatIsInvalidatedAndNothingElse() {
    try (Edge edge = Edge.plain()) {
      List<String> paths = List.of("/out/a", "/out/a?start=1", "/out/b", "/other");
      paths.forEach(edge::get);

      edge.network.purge("E1", List.of("/out/a"));
      assertThat(Edge.xCache(edge.get("/out/a"))).startsWith("Miss");
      assertThat(Edge.xCache(edge.get("/out/a?start=1"))).startsWith("Hit");

      edge.network.purge("E1", List.of("/out/a?start=1"));
      assertThat(Edge.xCache(edge.get("/out/a?start=1"))).startsWith("Miss");

      edge.network.purge("another", List.of("/*"));
      assertThat(Edge.xCache(edge.get("/out/b"))).startsWith("Hit");

      edge.network.purge("E1", List.of("/out/*"));
      assertThat(Edge.xCache(edge.get("/out/b"))).startsWith("Miss");
      assertThat(Edge.xCache(edge.get("/other"))).startsWith("Hit");
    }
  }

  @Test
  void staysWithinItsBytes() {
    try (Edge edge = Edge.plain()) {
      edge.origin.answers(CountingOrigin.ok("x".repeat(1 << 20), Duration.ofDays(1)));
      for (int i = 0; i < 40; i++) {
        edge.get("/seg" + i);
      }
      int before = edge.origin.count();
      for (int i = 0; i < 40; i++) {
        edge.get("/seg" + i);
      }

      assertThat(edge.origin.count() - before)
          .as("at most 8 of the 40 objects of 1 MiB fit into 8 MiB")
          .isGreaterThanOrEqualTo(32);
    }
  }
}
