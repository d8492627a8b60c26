package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import onair.launcher.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A site of somebody else shows lives and films in a frame, to viewers who are not signed in. */
@ExtendWith(OnAir.Extension.class)
class EmbedE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** A frame waits some seconds between its questions whether a channel is on air. */
  private static final LocatorAssertions.ContainsTextOptions LONG_TEXT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final int SECONDS = 12;

  @TempDir private Path folder;

  @Test
  void aLiveBeginsByItselfInTheFrameOfAnotherSite(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel =
        api.post(
                "/v1/channels",
                Map.of("name", "Shown elsewhere", "ladder", "540p", "dvr_window_seconds", 600))
            .ok();
    try (var dashboard = new Dashboard(onAir);
        var site = new ForeignSite()) {
      Page page = dashboard.newPage();
      FrameLocator frame = site.open(page, player(onAir, channel, "?autoplay=1&muted=1"));
      assertThat(status(frame)).containsText("Not on air yet", LONG_TEXT);
      assertThat(ForeignSite.awaitTold(page, "error")).containsEntry("code", "not_on_air");

      live.start(channel);
      live.awaitStatus(channel, "waiting", PATIENCE);
      try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-embed")) {
        Locator video = frame.locator("video");
        await().atMost(PATIENCE).until(() -> Dashboard.frames(video) > 60);
        assertThat(ForeignSite.awaitTold(page, "ready"))
            .containsEntry("live", true)
            .containsEntry("duration", null)
            .containsEntry("playback_id", channel.path("playback_id").asString())
            .containsEntry("source", "onair")
            .containsEntry("from", onAir.env("ONAIR_URL"));
        ForeignSite.awaitTold(page, "playing");
        await()
            .atMost(PATIENCE)
            .until(() -> ForeignSite.awaitTold(page, "timeupdate").get("latency") != null);
        goesBackAndToLive(frame, video);
        isForEverybody(page);
        assertThat(page.context().cookies()).isEmpty();
        Dashboard.picture(page, "embed-live");
        assertThat(broadcast.process()).isNotNull();
      }
      assertThat(status(frame)).containsText("signal is lost", LONG_TEXT);
      live.end(PATIENCE);
      assertThat(status(frame)).containsText("has ended", LONG_TEXT);
    } finally {
      live.end(PATIENCE);
      api.delete("/v1/channels/" + channel.path("id").asString());
    }
  }

  private static void goesBackAndToLive(FrameLocator frame, Locator video) {
    Locator position =
        frame.getByRole(
            AriaRole.SLIDER,
            new FrameLocator.GetByRoleOptions().setName("Position").setExact(true));
    await().atMost(PATIENCE).until(() -> Dashboard.number(video, "v => v.seekable.end(0)") > 24);
    Locator liveButton =
        frame.getByRole(
            AriaRole.BUTTON,
            new FrameLocator.GetByRoleOptions().setName(Pattern.compile("^(Live, |Go to live)")));
    position.focus();
    position.press("Home");
    assertThat(position)
        .hasAttribute("aria-valuetext", Pattern.compile("\\d+ seconds? behind live"));
    assertThat(liveButton).hasAccessibleName("Go to live");
    liveButton.click();
    assertThat(position).hasAttribute("aria-valuetext", "Live");
    assertThat(liveButton).hasAccessibleName(Pattern.compile("^Live, "));
  }

  @Test
  void aFilmPlaysInTheFrameOfAnotherSiteThatCommandsIt(OnAir onAir) throws InterruptedException {
    Library library = new Library(onAir.api(), new Progress(System.out));
    Path clip = TestClip.make(Path.of("ffmpeg"), folder.resolve("film.mp4"), "teal", 440, SECONDS);
    JsonNode asset = library.upload(clip, "Shown <b>elsewhere</b> 🎬", false);
    library.awaitStatus(asset, "ready", PATIENCE);
    try (var dashboard = new Dashboard(onAir);
        var site = new ForeignSite()) {
      Page page = dashboard.newPage();
      FrameLocator frame = site.open(page, player(onAir, asset, "?origin=" + site.origin()));
      assertThat(ForeignSite.button(frame, "Play")).isVisible(Dashboard.LONG);
      Map<String, Object> ready = ForeignSite.awaitTold(page, "ready");
      assertThat(ready).containsEntry("live", false);
      assertThat(((Number) ready.get("duration")).doubleValue())
          .isBetween(SECONDS - 0.5, SECONDS + 0.5);

      ForeignSite.command(page, Map.of("target", "onair", "command", "play"));
      Locator video = frame.locator("video");
      await().atMost(PATIENCE).until(() -> Dashboard.frames(video) > 30);
      assertThat(Dashboard.number(video, "v => v.videoWidth")).isGreaterThanOrEqualTo(640);
      ForeignSite.command(page, Map.of("target", "onair", "command", "mute"));
      assertThat(ForeignSite.awaitTold(page, "volumechange")).containsEntry("muted", true);
      assertThat(ForeignSite.button(frame, "Unmute")).isVisible();

      ForeignSite.button(frame, "Pause").click();
      ForeignSite.awaitTold(page, "pause");
      isForEverybody(page);
      Dashboard.picture(page, "embed-film");
      ForeignSite.command(page, Map.of("target", "onair", "command", "seek", "position", 11));
      ForeignSite.awaitTold(page, "seeked");
      ForeignSite.button(frame, "Play").press("k");
      ForeignSite.awaitTold(page, "ended");
      assertThat(page.context().cookies()).isEmpty();
    } finally {
      onAir.api().delete("/v1/assets/" + asset.path("id").asString());
    }
  }

  @Test
  void tellsNobodyButTheOriginThatWasNamed(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir);
        var site = new ForeignSite()) {
      Page page = dashboard.newPage();
      String nothing = onAir.env("ONAIR_URL") + "/embed/pb_00000000000000000000000000";
      FrameLocator frame = site.open(page, nothing + "?origin=https://elsewhere.example");
      assertThat(status(frame))
          .containsText("There is nothing to watch at this address", LONG_TEXT);
      assertThat(page.evaluate("told.length")).isEqualTo(0);

      site.open(page, nothing);
      assertThat(ForeignSite.awaitTold(page, "error")).containsEntry("code", "not_found");
      page.navigate(nothing + "?language=ko");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("볼 영상이 없습니다", LONG_TEXT);
      Dashboard.isForEverybody(page);
    }
  }

  private static String player(OnAir onAir, JsonNode shown, String options) {
    return onAir.env("ONAIR_URL") + "/embed/" + shown.path("playback_id").asString() + options;
  }

  private static Locator status(FrameLocator frame) {
    return frame.getByRole(AriaRole.STATUS);
  }

  /** The site's page and what is in its frame. */
  private static void isForEverybody(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
