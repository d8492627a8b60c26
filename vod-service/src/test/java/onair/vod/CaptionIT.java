package onair.vod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import onair.common.id.Ids;
import onair.common.reconcile.CrashPoint;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captions of a film that plays: offered, taken away, refused, and whatever dies in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptionIT extends VodScenario {

  private static final String TEXT =
      "WEBVTT\n\n00:00.500 --> 00:01.500\nGood evening \uD83C\uDF89\n\n00:01.500 --> 00:02.000\n\u05E9\u05DC\u05D5\u05DD\n";

  private static final String BUCKET = "onair-test-000000000000-vod";

  private final S3Client s3;
  private final StoredFiles stored;
  private final JdbcClient jdbc;
  private final HeardEvents heard;

  @TempDir private Path folder;
  private @Nullable String film;
  private String original = "";

  /** What a listener throws to play the end of the process. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Autowired
  CaptionIT(@LocalServerPort int port, S3Client s3, JdbcClient jdbc, HeardEvents heard) {
    super(port);
    this.s3 = s3;
    this.stored = new StoredFiles(s3);
    this.jdbc = jdbc;
    this.heard = heard;
  }

  /** Making it playable takes a while; it is the same for all tests, and has no captions. */
  @BeforeEach
  void aFilmThatPlays() {
    if (film == null) {
      film = playing();
      original = stored.text(master());
    }
    data(captions()).forEach(caption -> delete(caption.path("id").asString()));
    awaitNone();
    assertThat(stored.text(master())).isEqualTo(original);
  }

  private String playing() {
    String id = sendAll(Films.film(folder, 2, "320x180"), false).path("asset_id").asString();
    awaitStatus(id, "ready");
    return id;
  }

  private String master() {
    return "vod/" + film + "/index.m3u8";
  }

  private String captions() {
    return "/v1/assets/" + film + "/captions";
  }

  private TestApi owner() {
    return as(OWNER).with("Idempotency-Key", Ids.next("k"));
  }

  private List<JsonNode> data(String path) {
    return as(OWNER).get(path).json().path("data").valueStream().toList();
  }

  private static String body(String language, String name, String webvtt) {
    return JsonMapper.shared()
        .writeValueAsString(Map.of("language", language, "name", name, "webvtt", webvtt));
  }

  private String add(String language, String name) {
    Reply added = owner().post(captions(), body(language, name, TEXT));
    assertThat(added.status()).as(added.text()).isEqualTo(202);
    assertThat(added.json().path("status").asString()).isEqualTo("processing");
    return added.json().path("id").asString();
  }

  private void delete(String id) {
    assertThat(as(OWNER).delete(captions() + "/" + id).status()).isEqualTo(202);
  }

  private JsonNode awaitReady(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> as(OWNER).get(captions() + "/" + id).json(),
            caption -> caption.path("status").asString().equals("ready"));
  }

  private void awaitNone() {
    await().atMost(Duration.ofSeconds(30)).until(() -> data(captions()).isEmpty());
  }

  @Test
  void playersAreOfferedEveryLanguageAndNoneThatWasTakenAway() {
    String english = add("en", "English");
    String hebrew = add("iw", "\u05E2\u05D1\u05E8\u05D9\u05EA");
    awaitReady(english);
    assertThat(awaitReady(hebrew).path("language").asString()).isEqualTo("he");

    assertThat(stored.text(master()).lines())
        .filteredOn(line -> line.startsWith("#EXT-X-STREAM-INF"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(",SUBTITLES=\"captions\""));
    assertThat(stored.text(master()))
        .contains(
            "LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"captions/"
                + english
                + ".m3u8",
            "LANGUAGE=\"he\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"captions/"
                + hebrew
                + ".m3u8");
    assertThat(stored.text("vod/" + film + "/captions/" + hebrew + ".m3u8"))
        .contains("#EXTINF:2.", "\n" + hebrew + ".vtt\n#EXT-X-ENDLIST");
    Path files = stored.downloaded(film, folder);
    assertThat(Films.cues(files.resolve("captions/" + hebrew + ".vtt"))).isEqualTo(2);
    assertThat(Films.frames(files.resolve("index.m3u8"))).isBetween(49, 51);
    assertThat(stored.text("vod/" + film + "/captions/" + english + ".vtt"))
        .as("its media begin a little after 0, as sound does")
        .matches(
            Pattern.quote("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:")
                + "[1-9]\\d{3}"
                + Pattern.quote(TEXT.replace("WEBVTT\n", ",LOCAL:00:00:00.000\n")));
    assertThat(data(captions()))
        .extracting(c -> c.path("id").asString())
        .containsExactly(hebrew, english);

    delete(english);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> as(OWNER).get(captions() + "/" + english).status() == 404);
    assertThat(stored.text(master())).contains("LANGUAGE=\"he\"").doesNotContain("LANGUAGE=\"en\"");
    assertThat(stored.keys("vod/" + film + "/captions/")).allMatch(key -> key.contains(hebrew));
    delete(hebrew);
    awaitNone();
    assertThat(stored.text(master())).isEqualTo(original);
    assertThat(stored.keys("vod/" + film + "/captions/")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(heard.about(english))
                    .containsSubsequence("asset.caption.ready", "asset.caption.deleted"));
    assertThat(asset(film).path("status_reason").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captions.original-kept",
        "captions.stored",
        "captions.offered",
        "captions.removed",
        "run.ending"
      })
  void aCrashIsMadeGoodAndTheOriginalIsNeverLost(String point) {
    s3.deleteObject(request -> request.bucket(BUCKET).key(kept()));
    var id = new AtomicReference<String>();
    crashingAt(
        point,
        () -> id.set(add("en", "English")),
        () -> status(id.get()).equals("ready") && stored.text(master()).contains(id.get()));
    assertThat(stored.text(kept())).isEqualTo(original);

    if (!point.equals("captions.original-kept")) {
      crashingAt(point, () -> delete(id.get()), () -> data(captions()).isEmpty());
      assertThat(stored.text(master())).isEqualTo(original);
      assertThat(stored.keys("vod/" + film + "/captions/")).isEmpty();
    }
    assertThat(stored.text(kept())).isEqualTo(original);
  }

  private String kept() {
    return "vod/" + film + "/original.index.m3u8";
  }

  private String status(String id) {
    return as(OWNER).get(captions() + "/" + id).json().path("status").asString("");
  }

  /** The process dies at the first passing of that point, and another goes on. */
  private static void crashingAt(String point, Runnable what, Callable<Boolean> until) {
    var crashed = new AtomicBoolean();
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals(point) && crashed.compareAndSet(false, true)) {
                throw new PlayedCrash();
              }
            })) {
      what.run();
      await().atMost(Duration.ofSeconds(60)).until(() -> crashed.get() && until.call());
    }
  }

  @Test
  void whatIsWrongIsToldAllAtOnceWithItsLine() {
    Reply refused =
        owner()
            .post(
                captions(),
                body("english please", "\"E\"", "WEBVTT\n\n00:02.000 --> 00:01.000\na\n\n\u0007b"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations())
        .containsExactlyInAnyOrder("language language_tag", "name pattern", "webvtt web_vtt_text");
    assertThat(refused.text()).contains("line 3: the cue must end after it begins", "line 6: ");
    assertThat(owner().post(captions(), body("en", "A", "a".repeat(800_000))).violations())
        .containsExactly("webvtt web_vtt_text");
    assertThat(owner().post(captions(), body("en", "A", "a".repeat(1_100_000))).status())
        .isEqualTo(413);
    assertThat(data(captions())).isEmpty();
  }

  @Test
  void aNameIsThereOnceAndMayBeTakenAgainWhenItsCaptionGoes() {
    String name = "<b>\uD83D\uDE80</b> %s {0} \u202Eenglish";
    String first = add("en-us", name);
    Reply second = owner().post(captions(), body("de", name, TEXT));
    assertThat(second.code()).isEqualTo("caption_name_taken");
    assertThat(awaitReady(first).path("language").asString()).isEqualTo("en-US");
    assertThat(stored.text(master())).contains("NAME=\"" + name + "\",LANGUAGE=\"en-US\"");

    delete(first);
    awaitReady(add("de", name));
  }

  @Test
  void anAssetThatDoesNotPlayTakesNoneAndSaysWhatToDo() {
    String waiting = create(7).json().path("asset_id").asString();
    Reply refused =
        owner().post("/v1/assets/" + waiting + "/captions", body("en", "English", TEXT));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("status_conflict");
    assertThat(refused.json().path("current_status").asString()).isEqualTo("waiting_for_upload");
    assertThat(refused.json().path("allowed_from").get(0).asString()).isEqualTo("ready");
    assertThat(refused.json().path("detail").asString()).contains("Wait until it is ready");
    assertThat(data("/v1/assets/" + waiting + "/captions")).isEmpty();
  }

  @Test
  void othersSeeNothingOfItAndCanDoNothingToIt() {
    String id = add("en", "English");
    var stranger = as(caller("org_2", "assets:*"));

    assertThat(stranger.get(captions()).status()).isEqualTo(404);
    assertThat(stranger.get(captions() + "/" + id).status()).isEqualTo(404);
    assertThat(stranger.delete(captions() + "/" + id).status()).isEqualTo(404);
    assertThat(
            stranger
                .with("Idempotency-Key", "theirs")
                .post(captions(), body("de", "Deutsch", TEXT))
                .status())
        .isEqualTo(404);
    assertThat(
            as(caller("org_1", "assets:read"))
                .post(captions(), body("de", "Deutsch", TEXT))
                .status())
        .isEqualTo(403);
    assertThat(data(captions())).hasSize(1);
  }

  @Test
  void captionsGoWithTheirAsset() {
    String id = awaitReady(add("en", "English")).path("id").asString();
    String asset = film;
    film = null;

    assertThat(as(OWNER).delete("/v1/assets/" + asset).status()).isEqualTo(202);
    awaitGone(asset);

    assertThat(stored.keys("vod/" + asset + "/")).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from caption where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(as(OWNER).get("/v1/assets/" + asset + "/captions").status()).isEqualTo(404);
  }
}
