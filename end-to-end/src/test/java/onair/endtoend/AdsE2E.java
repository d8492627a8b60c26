package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static onair.endtoend.Dashboard.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import onair.launcher.GoLive;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import onair.launcher.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A break is sold and shown from the dashboard: a creative and a campaign are made, the button on
 * the live channel's page is pressed, a viewer sees the ad's frames, and what became of it is told.
 */
@ExtendWith(OnAir.Extension.class)
class AdsE2E {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final String MAGENTA = "0xFF00FF";

  /** Whether the middle of the picture is magenta. */
  private static final String IS_MAGENTA =
      """
      v => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const pen = canvas.getContext('2d');
        pen.drawImage(v, v.videoWidth / 2, v.videoHeight / 2, 1, 1, 0, 0, 1, 1);
        const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
        return red > 180 && green < 90 && blue > 180;
      }
      """;

  @Test
  void aBreakIsSoldAndShownAndTold(OnAir onAir) throws IOException, InterruptedException {
    Library library = new Library(onAir.api(), new Progress(System.out));
    library.awaitStatus(library.upload(film(), "Magenta spot", true), "ready", PATIENCE);
    GoLive live = new GoLive(onAir.api(), new Progress(System.out));
    JsonNode channel =
        onAir
            .api()
            .post(
                "/v1/channels",
                Map.of("name", "Sold out", "ladder", "540p", "ads", Map.of("enabled", true)))
            .ok();
    String path = "/channels/" + channel.path("id").asString();
    live.start(channel);
    try (var dashboard = new Dashboard(onAir).signIn()) {
      makesACreative(dashboard);
      makesACampaign(dashboard);
      live.awaitStatus(channel, "waiting", PATIENCE);
      try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-sold")) {
        live.awaitStatus(channel, "live", PATIENCE);
        Page viewer = dashboard.newPage();
        viewer.navigate("/embed/" + channel.path("playback_id").asString() + "?autoplay=1&muted=1");
        Locator video = viewer.locator("video");
        await().atMost(PATIENCE).until(() -> Dashboard.frames(video) > 100);
        dashboard.page().navigate(path + "/breaks");
        dashboard.isForEverybody();
        signals(dashboard);
        // MediaTailor transcodes an ad when it first hears of it; the first break may stay content.
        if (!isShown(video, dashboard)) {
          signals(dashboard);
          await().atMost(PATIENCE).until(() -> isMagenta(video));
        }
        Dashboard.picture(viewer, "ad-on-the-screen");
        await().atMost(PATIENCE).until(() -> !isMagenta(video));
        assertThat(broadcast.process()).isNotNull();
        isTold(dashboard);
      }
      isReported(dashboard);
    } finally {
      live.end(PATIENCE);
      onAir.api().delete("/v1" + path);
    }
  }

  private static boolean isMagenta(Locator video) {
    return (boolean) video.evaluate(IS_MAGENTA);
  }

  private static void makesACreative(Dashboard dashboard) {
    Page page = dashboard.page();
    page.navigate("/ads/creatives");
    dashboard.button("New creative").first().click();
    dashboard.field("Video").selectOption("Magenta spot");
    dashboard.field("Name").fill("Magenta <b>spot</b> 🎬");
    dashboard.button("Create creative").click();
    assertThat(page.getByText("Magenta <b>spot</b> 🎬")).isVisible();
    dashboard.isForEverybody();
    dashboard.picture("creatives");
  }

  private static void makesACampaign(Dashboard dashboard) {
    Page page = dashboard.page();
    page.navigate("/ads");
    dashboard.link("New campaign").click();
    dashboard.field("Name").fill("Spring");
    dashboard.field("Magenta <b>spot</b> 🎬").check();
    dashboard.isForEverybody();
    dashboard.button("Create campaign").dblclick();
    assertThat(dashboard.link("Spring")).hasCount(1);
    assertThat(page.getByText("Serving")).isVisible();
    dashboard.isForEverybody();
    dashboard.picture("campaigns");
  }

  private static void signals(Dashboard dashboard) {
    dashboard.field("Seconds").fill("20");
    dashboard.button("Start ad break").click();
  }

  /** Whether the ad is seen before the countdown of its break has ended. */
  private static boolean isShown(Locator video, Dashboard dashboard) {
    Locator countdown = dashboard.page().getByText("The break ends in");
    countdown.waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    dashboard.picture("ad-break-countdown");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> isMagenta(video) || !countdown.isVisible());
    return isMagenta(video);
  }

  private static void isTold(Dashboard dashboard) {
    Page page = dashboard.page();
    page.navigate("/ads/breaks");
    dashboard.picture("breaks");
    dashboard.isForEverybody();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What became of it"))
        .first()
        .click();
    Locator table = page.getByRole(AriaRole.DIALOG);
    assertThat(table).containsText("Ads asked for");
    assertThat(table)
        .containsText(
            "Magenta <b>spot</b> 🎬",
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    dashboard.isForEverybody();
    dashboard.picture("break-truth");
  }

  private static void isReported(Dashboard dashboard) {
    Page page = dashboard.page();
    page.navigate("/ads/report");
    assertThat(page.getByRole(AriaRole.IMG).first()).isVisible(LONG);
    assertThat(
            page.getByRole(AriaRole.REGION)
                .filter(new Locator.FilterOptions().setHasText("Spring"))
                .first())
        .isVisible();
    dashboard.isForEverybody();
    dashboard.picture("ad-report");
    Download csv = page.waitForDownload(() -> dashboard.button("Save as CSV").click());
    assertThat(read(csv.path())).startsWith("day,campaign_id,campaign,").contains(",Spring,");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path film() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "films"));
    return TestClip.make(Path.of("ffmpeg"), folder.resolve("spot.mp4"), MAGENTA, 660, 10);
  }
}
