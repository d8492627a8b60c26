package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static onair.endtoend.Dashboard.button;
import static onair.endtoend.Dashboard.field;
import static onair.endtoend.Dashboard.frames;
import static onair.endtoend.Dashboard.link;
import static onair.endtoend.Dashboard.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Streamers go live from the dashboard, look after their channels there, and make mistakes. */
@ExtendWith(OnAir.Extension.class)
class LiveE2E {
  private static final String CHANNELS = "/v1/channels";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Within which a streamer sees that the encoder is gone. */
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(10_000);

  /** The first channel is made from an empty page, the others from a list. */
  private static final Pattern NEW_CHANNEL = Pattern.compile("New channel|Create channel");

  /** What browsers, databases and whoever writes HTML by hand stumble over. */
  private static final List<String> NAMES =
      List.of(
          "🎬 저녁 방송 🎉",
          "عرض المساء <b>١٢</b>",
          "<img src=x onerror=document.title='broken'>",
          "W".repeat(255));

  @Test
  void threeClicksAndAnEncoderAreALive(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    String name = "Evening show 🎬 " + Instant.now();
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NEW_CHANNEL)).click();
      dashboard.field("Name").fill(name);
      // Not one of the three: the machine of the test is smaller than a streamer's.
      page.getByRole(AriaRole.RADIO, named(Pattern.compile("^540p"))).check();
      assertThat(page.getByText(Pattern.compile("\\$1\\.002 an hour"))).isVisible();
      dashboard.isForEverybody();
      dashboard.button("Create channel").dblclick();
      assertThat(dashboard.button("Start")).isEnabled();
      JsonNode channel = onlyOneNamed(api, name);
      dashboard.isForEverybody();
      dashboard.button("Start").dblclick();
      assertThat(status(page, "Waiting for your encoder")).isVisible(Dashboard.LONG);
      assertThat(page.getByText("nobody has connected")).isVisible(Dashboard.LONG);
      dashboard.isForEverybody();
      dashboard.picture("live-waiting");

      try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-dashboard")) {
        assertThat(status(page, "Live")).isVisible(Dashboard.LONG);
        Locator video = page.locator("video");
        await().atMost(PATIENCE).until(() -> frames(video) > 60);
        double then = number(video, "v => v.currentTime");
        await().atMost(PATIENCE).until(() -> number(video, "v => v.currentTime") > then + 3);
        assertThat(number(video, "v => v.videoWidth")).isGreaterThanOrEqualTo(640);
        dashboard.isForEverybody();
        dashboard.picture("live");
        Objects.requireNonNull(broadcast.process()).destroyForcibly();
      }
      assertThat(status(page, "Encoder lost")).isVisible(SOON);
      assertThat(page.getByText("your encoder has disconnected")).isVisible(Dashboard.LONG);
      dashboard.picture("live-lost");
      dashboard.button("Stop").click();
      Locator asked = page.getByRole(AriaRole.DIALOG);
      assertThat(asked).containsText("Viewers see the end");
      asked.getByRole(AriaRole.BUTTON, in("Stop")).click();
      assertThat(status(page, "Off air")).isVisible(Dashboard.LONG);
      assertThat(page.getByText("It was stopped by somebody")).isVisible(Dashboard.LONG);

      dashboard.link("Settings").last().click();
      dashboard.button("Delete channel").click();
      page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, in("Delete channel")).click();
      assertThat(page).hasURL(Pattern.compile("/channels$"));
      await().atMost(PATIENCE).until(() -> named(api, name).isEmpty());
    }
  }

  @Test
  void namesOfEveryKindAreShownAsTheyAre(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    List<JsonNode> channels = NAMES.stream().map(name -> made(api, name)).toList();
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      for (String name : NAMES) {
        assertThat(page.getByText(name, new Page.GetByTextOptions().setExact(true))).isVisible();
      }
      dashboard.isForEverybody();
      for (JsonNode channel : channels) {
        page.navigate("/channels/" + id(channel));
        assertThat(page.getByRole(AriaRole.HEADING, level(1)))
            .hasText(channel.path("name").asString());
        dashboard.isForEverybody();
      }
      assertThat(page.title()).isNotEqualTo("broken");
    } finally {
      remove(api, channels);
    }
  }

  @Test
  void eachPageOfAChannelIsAPlaceForEverybody(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    JsonNode channel = made(api, "Many pages");
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/channels/" + id(channel));
      for (String place :
          List.of("Health", "Sessions", "Ad breaks", "Clips", "Simulcast", "Planned")) {
        link(page, place).click();
        assertThat(link(page, place)).hasAttribute("aria-current", "page");
        dashboard.isForEverybody();
      }
      page.goBack();
      assertThat(link(page, "Simulcast")).hasAttribute("aria-current", "page");
      field(page, "Name").fill("Our social page");
      field(page, "Server URL").fill("rtmp://1.1.1.1/live");
      field(page, "Stream key").fill("abcd-1234");
      button(page, "Add a target").dblclick();
      assertThat(page.getByRole(AriaRole.TABLE).getByText("Our social page")).hasCount(1);
      dashboard.isForEverybody();

      link(page, "Channels").first().click();
      link(page, "New channel").click();
      dashboard.field("Name").fill("Never made");
      page.goBack();
      assertThat(link(page, "New channel")).isVisible();
      assertThat(named(api, "Never made")).isEmpty();
    } finally {
      remove(api, List.of(channel));
    }
  }

  @Test
  void whatAnotherTabChangedIsNotOverwritten(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    JsonNode channel = made(api, "Two tabs");
    String settings = "/channels/" + id(channel) + "/settings";
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page first = dashboard.page();
      first.navigate(settings);
      Page second = first.context().newPage();
      dashboard.watch(second);
      second.navigate(settings);
      field(second, "Name").fill("Mine");
      field(first, "Name").fill("Theirs");
      assertThat(first.getByText("They count from the next start.")).isVisible();
      button(first, "Save changes").click();
      assertThat(first.getByRole(AriaRole.HEADING, level(1))).hasText("Theirs");

      assertThat(second.getByText("Somebody else has changed this channel"))
          .isVisible(Dashboard.LONG);
      assertThat(button(second, "Save changes")).isDisabled();
      Dashboard.isForEverybody(second);
      button(second, "Take what is there now").click();
      assertThat(field(second, "Name")).hasValue("Theirs");
      assertThat(api.get(CHANNELS + "/" + id(channel)).ok().path("name").asString())
          .isEqualTo("Theirs");
    } finally {
      remove(api, List.of(channel));
    }
  }

  @Test
  void aClockThatIsTenMinutesWrongTellsNothingWrong(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel = made(api, "Wrong clock");
    try (var dashboard = new Dashboard(onAir)) {
      live.start(channel);
      live.awaitStatus(channel, "waiting", PATIENCE);
      for (Duration wrong : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10))) {
        Page page = dashboard.newPage(new Browser.NewContextOptions());
        page.clock()
            .install(new Clock.InstallOptions().setTime(Instant.now().plus(wrong).toEpochMilli()));
        Dashboard.signIn(page, onAir.owner().email(), onAir.owner().password());
        page.navigate("/channels/" + id(channel));
        assertThat(status(page, "Waiting for your encoder")).isVisible(Dashboard.LONG);
        Dashboard.picture(page, "live-wrong-clock");
        // It is given an hour, of which little is over.
        assertThat(page.getByText(Pattern.compile("stopped by itself in (5[5-9]:|1:00:00)")))
            .isVisible(Dashboard.LONG);
        assertThat(page.getByText("What you see may be old")).isHidden();
        page.close();
      }
    } finally {
      live.end(PATIENCE);
      remove(api, List.of(channel));
    }
  }

  /** The state that the channel's page tells, beside the words that explain it. */
  private static Locator status(Page page, String word) {
    return page.getByRole(AriaRole.STATUS)
        .getByText(word, new Locator.GetByTextOptions().setExact(true))
        .first();
  }

  private static JsonNode made(Api api, String name) {
    try {
      return api.post(CHANNELS, Map.of("name", name, "ladder", "540p")).ok();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void remove(Api api, List<JsonNode> channels) throws InterruptedException {
    for (JsonNode channel : channels) {
      api.delete(CHANNELS + "/" + id(channel));
    }
  }

  /** A double click makes one channel. */
  private static JsonNode onlyOneNamed(Api api, String name) throws InterruptedException {
    List<JsonNode> found = named(api, name);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<JsonNode> named(Api api, String name) throws InterruptedException {
    return api.get(CHANNELS + "?limit=100")
        .ok()
        .path("data")
        .valueStream()
        .filter(channel -> channel.path("name").asString().equals(name))
        .toList();
  }

  private static String id(JsonNode channel) {
    return channel.path("id").asString();
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
