package onair.awslocal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeRangeTest {

  private final Edge edge = Edge.plain();

  @BeforeEach
  void tenBytes() {
    edge.origin.answers(CountingOrigin.ok("0123456789", Duration.ofMinutes(1)));
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 206, 0, bytes 0-0/10",
    "bytes=0-4, 206, 01234, bytes 0-4/10",
    "bytes=5-, 206, 56789, bytes 5-9/10",
    "bytes=9-9, 206, 9, bytes 9-9/10",
    "bytes=3-99, 206, 3456789, bytes 3-9/10",
    "bytes=-3, 206, 789, bytes 7-9/10",
    "bytes=-99, 206, 0123456789, bytes 0-9/10",
    "BYTES=1-2, 206, 12, bytes 1-2/10",
    "bytes=2-99999999999999999999, 206, 23456789, bytes 2-9/10",
    "bytes=10-, 416, , bytes */10",
    "bytes=99999999999999999999-, 416, , bytes */10",
    "bytes=-0, 416, , bytes */10",
    "bytes=5-2, 200, 0123456789,",
    "bytes=-, 200, 0123456789,",
    "'bytes=0-1,3-4', 200, 0123456789,",
    "items=0-4, 200, 0123456789,",
    "bytes=a-b, 200, 0123456789,",
  })
  void answersEachRange(String range, int status, String body, String contentRange) {
    HttpResponse<String> response = edge.get("/seg.m4s", "Range", range);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
    if (body != null) {
      assertThat(response.body()).isEqualTo(body);
      assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
      assertThat(response.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    }
    assertThat(edge.origin.count()).isEqualTo(1);
  }

  @Test
  void givesRangesOfAnEmptyObjectNoBytes() {
    edge.origin.answers(CountingOrigin.ok("", Duration.ofMinutes(1)));

    assertThat(edge.get("/empty", "Range", "bytes=0-").statusCode()).isEqualTo(416);
    assertThat(edge.get("/empty").statusCode()).isEqualTo(200);
  }

  @Test
  void givesTheWholeObjectWhenTheRangeWasForAnotherVersionOfIt() {
    String etag = edge.get("/seg.m4s").headers().firstValue("ETag").orElseThrow();

    assertThat(edge.get("/seg.m4s", "Range", "bytes=0-1", "If-Range", etag).body()).isEqualTo("01");
    assertThat(edge.get("/seg.m4s", "Range", "bytes=0-1", "If-Range", "\"old\"").body())
        .isEqualTo("0123456789");
  }

  @Test
  void answersHeadWithTheLengthAndNoBody() {
    HttpResponse<String> head = edge.send("HEAD", "/seg.m4s");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(10);
    assertThat(head.body()).isEmpty();
    assertThat(Edge.xCache(edge.get("/seg.m4s"))).isEqualTo("Hit from cloudfront");
  }

  @Test
  void saysUnchangedToWhoeverHasTheObject() {
    String etag = edge.get("/seg.m4s").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> unchanged =
        edge.get("/seg.m4s", "If-None-Match", "\"other\", W/" + etag, "Range", "bytes=0-1");

    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(unchanged.headers().firstValue("ETag")).hasValue(etag);
    assertThat(edge.get("/seg.m4s", "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(edge.get("/seg.m4s", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }
}
