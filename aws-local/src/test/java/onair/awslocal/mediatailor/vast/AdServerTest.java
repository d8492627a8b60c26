package onair.awslocal.mediatailor.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import onair.awslocal.mediatailor.http.Fetcher;
import onair.awslocal.mediatailor.http.WebServer;
import onair.awslocal.mediatailor.vast.BadAnswer.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdServerTest {

  private final Fetcher fetcher = new Fetcher();
  private final AdServer ads = new AdServer(fetcher);
  private final CountDownLatch over = new CountDownLatch(1);
  private WebServer server;

  @BeforeEach
  void open() throws Exception {
    server = new WebServer();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.close();
    fetcher.close();
  }

  @Test
  void takesTheBestMp4OfAnInlineAdWithAllItsAddresses() throws Exception {
    server.on(
        "/vast",
        """
        <VAST version="4.2" xmlns="http://www.iab.com/VAST"><Ad id="a1"><InLine>
          <AdSystem>x</AdSystem><AdTitle>Title</AdTitle>
          <Impression><![CDATA[ http://t/imp?a=1&b=2 ]]></Impression><Impression>http://t/imp2</Impression>
          <Creatives>
            <Creative><CompanionAds/></Creative>
            <Creative id="c1"><Linear>
              <Duration>00:00:10.500</Duration>
              <TrackingEvents><Tracking event="start">http://t/start</Tracking>
                <Tracking event="complete">http://t/c1</Tracking><Tracking event="complete">http://t/c2</Tracking></TrackingEvents>
              <VideoClicks><ClickThrough>http://shop</ClickThrough></VideoClicks>
              <MediaFiles>
                <MediaFile type="video/webm" delivery="progressive" bitrate="9000">http://m/best.webm</MediaFile>
                <MediaFile type="video/mp4" delivery="progressive" bitrate="500">http://m/low.mp4</MediaFile>
                <MediaFile type="video/mp4" delivery="progressive" bitrate="2500">http://m/high.mp4</MediaFile>
                <MediaFile type="video/mp4" apiFramework="VPAID" bitrate="5000">http://m/vpaid.mp4</MediaFile>
              </MediaFiles>
            </Linear></Creative>
          </Creatives></InLine></Ad></VAST>
        """);
    List<AdBreak> breaks = ads.ask(server.address("/vast"), Map.of());
    assertThat(breaks)
        .singleElement()
        .extracting(AdBreak::offset)
        .isEqualTo(new AdBreak.Offset.Start());
    LinearAd ad = breaks.getFirst().ads().getFirst();
    assertThat(ad.id()).isEqualTo("a1");
    assertThat(ad.creativeId()).isEqualTo("c1");
    assertThat(ad.duration()).isEqualTo(Duration.ofMillis(10_500));
    assertThat(ad.media()).isEqualTo("http://m/high.mp4");
    assertThat(ad.impressions()).containsExactly("http://t/imp?a=1&b=2", "http://t/imp2");
    assertThat(ad.tracking().get("complete")).containsExactly("http://t/c1", "http://t/c2");
    assertThat(ad.clickThrough()).isEqualTo("http://shop");
  }

  @Test
  void playsAPodInItsSequenceAndLeavesOutWhatHasNothingToShow() throws Exception {
    server.on(
        "/vast",
        vast(
            inline("two", "sequence='2'", "http://m/2.mp4"),
            "<Ad id='none'><InLine><Creatives><Creative><NonLinearAds/></Creative></Creatives></InLine></Ad>",
            inline("one", "sequence='1'", "http://m/1.mp4")));
    assertThat(ask()).extracting(LinearAd::id).containsExactly("one", "two");
  }

  @Test
  void addsWhatWrappersSayToTheirAd() throws Exception {
    server
        .on("/vast", wrapper(server.address("/inner"), "http://t/outer"))
        .on("/inner", wrapper(server.address("/ad"), "http://t/inner"))
        .on("/ad", vast(inline("a", "", "http://m/a.mp4")));
    LinearAd ad = ask().getFirst();
    assertThat(ad.impressions())
        .containsExactly("http://t/outer", "http://t/inner", "http://t/imp");
    assertThat(ad.tracking().get("start"))
        .containsExactly("http://t/outer/start", "http://t/inner/start", "http://t/start");
  }

  @Test
  void followsFiveWrappersButNotSix() throws Exception {
    server.on("/vast", wrapper(server.address("/w1"), "http://t/0"));
    for (int i = 1; i <= 5; i++) {
      server.on("/w" + i, wrapper(server.address("/w" + (i + 1)), "http://t/" + i));
    }
    server.on("/w6", vast(inline("deep", "", "http://m/a.mp4")));
    assertThat(failure("/vast").reason()).isEqualTo(Reason.TOO_MANY_WRAPPERS);
    assertThat(ads.ask(server.address("/w1"), Map.of()).getFirst().ads()).hasSize(1);
  }

  @Test
  void findsAWrapperThatLeadsToItself() {
    server
        .on("/vast", wrapper(server.address("/other"), "http://t/0"))
        .on("/other", wrapper(server.address("/vast"), "http://t/1"));
    assertThat(failure("/vast").reason()).isEqualTo(Reason.WRAPPER_LOOP);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void keepsTheOtherAdsOfAPodWhenOneWrapperFails() throws Exception {
    server.on(
        "/vast",
        vast(
            "<Ad><Wrapper><VASTAdTagURI>"
                + server.address("/gone")
                + "</VASTAdTagURI></Wrapper></Ad>",
            inline("there", "", "http://m/a.mp4")));
    assertThat(ask()).extracting(LinearAd::id).containsExactly("there");
  }

  @Test
  void readsTheBreaksOfAVmap() throws Exception {
    server
        .on(
            "/vast",
            """
            <vmap:VMAP xmlns:vmap="http://www.iab.net/videosuite/vmap" version="1.0">
              <vmap:AdBreak timeOffset="start" breakType="linear"><vmap:AdSource><vmap:VASTAdData>%s</vmap:VASTAdData></vmap:AdSource></vmap:AdBreak>
              <vmap:AdBreak timeOffset="00:00:10.000" breakType="linear"><vmap:AdSource><vmap:AdTagURI><![CDATA[%s]]></vmap:AdTagURI></vmap:AdSource></vmap:AdBreak>
              <vmap:AdBreak timeOffset="50%%" breakType="nonlinear"/>
              <vmap:AdBreak timeOffset="75%%" breakType="linear"/>
              <vmap:AdBreak timeOffset="end" breakType="linear"/>
              <vmap:AdBreak timeOffset="#1" breakType="linear"/>
            </vmap:VMAP>
            """
                .formatted(vast(inline("pre", "", "http://m/a.mp4")), server.address("/mid")))
        .on("/mid", vast(inline("mid", "", "http://m/b.mp4")));
    List<AdBreak> breaks = ads.ask(server.address("/vast"), Map.of());
    Duration programme = Duration.ofSeconds(40);
    assertThat(breaks)
        .extracting(found -> found.offset().in(programme).toSeconds())
        .containsExactly(0L, 10L, 30L, 40L);
    assertThat(breaks.get(0).ads()).extracting(LinearAd::id).containsExactly("pre");
    assertThat(breaks.get(1).ads()).extracting(LinearAd::id).containsExactly("mid");
  }

  @Test
  void takesAnEmptyAnswerForNoAds() throws Exception {
    server.on("/vast", "<VAST version=\"3.0\"/>");
    assertThat(ask()).isEmpty();
  }

  @Test
  void tellsTheServerWhoThePlayerIs() throws Exception {
    AtomicReference<String> agent = new AtomicReference<>("");
    server.on(
        "/vast",
        exchange -> {
          agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
          WebServer.send(exchange, 200, "<VAST/>".getBytes());
        });
    ads.ask(server.address("/vast"), Map.of("User-Agent", "player/1"));
    assertThat(agent).hasValue("player/1");
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswerInThreeSeconds() {
    server.on("/vast", exchange -> await());
    long began = System.nanoTime();
    assertThat(failure("/vast").reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
  }

  @Test
  void givesUpOnAnAnswerThatNeverEnds() {
    server.on(
        "/vast",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("<VAST>".getBytes());
          exchange.getResponseBody().flush();
          await();
        });
    assertThat(failure("/vast").reason()).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void refusesTenMegabytes() {
    byte[] long10 = new byte[10 * 1024 * 1024];
    Arrays.fill(long10, (byte) ' ');
    server.on("/vast", exchange -> WebServer.send(exchange, 200, long10));
    assertThat(failure("/vast").reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void countsADeadServerAndAFailingOne() {
    server.on("/vast", exchange -> WebServer.send(exchange, 500, new byte[0]));
    assertThat(failure("/vast").reason()).isEqualTo(Reason.STATUS);
    String address = server.address("/vast");
    server.close();
    assertThat(catchThrowableOfType(BadAnswer.class, () -> ads.ask(address, Map.of())).reason())
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void readsNoXmlThatIsBrokenOrWantsMoreThanItself() {
    String secret = server.address("/secret");
    server
        .on("/secret", "secret")
        .on("/broken", "<VAST><Ad>")
        .on("/html", "<html><body>no ads today</body></html>")
        .on("/json", "{\"ads\": []}")
        .on("/xxe", "<!DOCTYPE VAST [<!ENTITY x SYSTEM \"" + secret + "\">]><VAST>&x;</VAST>")
        .on("/dtd", "<!DOCTYPE VAST SYSTEM \"" + secret + "\"><VAST/>")
        .on(
            "/laughs",
            "<!DOCTYPE VAST [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><VAST>&c;</VAST>")
        .on("/deep", "<VAST>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</VAST>");
    for (String path : List.of("/broken", "/html", "/json", "/xxe", "/dtd", "/laughs")) {
      assertThat(failure(path).reason()).as(path).isEqualTo(Reason.MALFORMED);
    }
    assertThat(server.asked).noneMatch(uri -> uri.getPath().equals("/secret"));
    assertThat(
            catchThrowableOfType(BadAnswer.class, () -> ads.ask(server.address("/deep"), Map.of())))
        .satisfiesAnyOf(
            failure -> assertThat(failure).isNull(),
            failure -> assertThat(failure.reason()).isEqualTo(Reason.MALFORMED));
  }

  private List<LinearAd> ask() throws BadAnswer {
    return ads.ask(server.address("/vast"), Map.of()).getFirst().ads();
  }

  private BadAnswer failure(String path) {
    return catchThrowableOfType(BadAnswer.class, () -> ads.ask(server.address(path), Map.of()));
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String vast(String... ads) {
    return "<VAST version=\"3.0\">" + String.join("", ads) + "</VAST>";
  }

  private static String inline(String id, String attributes, String media) {
    return """
    <Ad id="%s" %s><InLine><Impression>http://t/imp</Impression><Creatives><Creative><Linear><Duration>00:00:05</Duration>
      <TrackingEvents><Tracking event="start">http://t/start</Tracking></TrackingEvents>
      <MediaFiles><MediaFile type="video/mp4" delivery="progressive">%s</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>
    """
        .formatted(id, attributes, media);
  }

  private static String wrapper(String next, String tracker) {
    return """
    <VAST version="3.0"><Ad><Wrapper><VASTAdTagURI><![CDATA[%s]]></VASTAdTagURI><Impression>%s</Impression>
      <Creatives><Creative><Linear><TrackingEvents><Tracking event="start">%s/start</Tracking></TrackingEvents></Linear></Creative></Creatives></Wrapper></Ad></VAST>
    """
        .formatted(next, tracker, tracker);
  }
}
