package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A streamer goes live from the dashboard in a real browser, and sees the picture there. */
@ExtendWith(OnAir.Extension.class)
class WatchE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The first channel is made from a page of its own. */
  private static final Pattern NEW_CHANNEL = Pattern.compile("New channel|Create channel");

  private static final LocatorAssertions.IsVisibleOptions LONG =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @Test
  void signsInMakesAChannelGoesLiveAndSeesThePicture(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    List<String> complaints = new ArrayList<>();
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      page.onPageError(complaints::add);
      page.navigate(onAir.env("ONAIR_URL") + "/");
      page.getByLabel("Email").fill(onAir.platform().owner().email());
      page.getByLabel("Password").fill(onAir.platform().owner().password());
      page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NEW_CHANNEL))
          .first()
          .click();
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
          .fill("From the dashboard");
      page.getByRole(AriaRole.BUTTON, named("Create channel")).click();
      page.getByRole(AriaRole.BUTTON, named("Start")).click();
      PlaywrightAssertions.assertThat(page.getByText("Waiting for your encoder").first())
          .isVisible(LONG);

      JsonNode channel = madeOnPage(api);
      try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-dashboard")) {
        Locator video = page.locator("video").first();
        PlaywrightAssertions.assertThat(video).isVisible(LONG);
        await()
            .atMost(PATIENCE)
            .until(() -> number(video, "v => v.getVideoPlaybackQuality().totalVideoFrames") > 60);
        double then = number(video, "v => v.currentTime");
        await().atMost(PATIENCE).until(() -> number(video, "v => v.currentTime") > then + 3);
        assertThat(number(video, "v => v.videoWidth")).isGreaterThanOrEqualTo(640);
        assertThat(broadcast.process()).isNotNull();
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "dashboard-live.png")));
      }
      PlaywrightAssertions.assertThat(page.getByText("Encoder lost").first()).isVisible(LONG);
      page.getByRole(AriaRole.BUTTON, named("Stop")).click();
      live.awaitStatus(channel, "idle", PATIENCE);
      assertThat(complaints).isEmpty();
      assertThat(api.delete("/v1/channels/" + channel.path("id").asString()).status())
          .isBetween(200, 299);
    }
  }

  private static JsonNode madeOnPage(Api api) throws InterruptedException {
    for (JsonNode channel : api.get("/v1/channels?limit=100").ok().path("data")) {
      if (channel.path("name").asString().equals("From the dashboard")) {
        return channel;
      }
    }
    throw new AssertionError("The dashboard made no channel");
  }

  private static double number(Locator video, String expression) {
    return ((Number) video.evaluate(expression)).doubleValue();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
