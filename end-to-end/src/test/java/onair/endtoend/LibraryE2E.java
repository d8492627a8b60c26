package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A film on its way from somebody's disk to whoever has the link, in a real browser. */
@ExtendWith(OnAir.Extension.class)
class LibraryE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SECONDS = 6;

  private static final LocatorAssertions.IsHiddenOptions GONE =
      new LocatorAssertions.IsHiddenOptions().setTimeout(60_000);

  private static final LocatorAssertions.ContainsTextOptions LATER =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final Locator.ClickOptions CLICK_LATER =
      new Locator.ClickOptions().setTimeout(60_000);

  private static final String SUBTITLES = "1\n00:00:00,000 --> 00:00:06,000\n안녕하세요\n";

  /** Whether a caption that was chosen has its text. */
  private static final String SHOWN =
      "v => [...v.textTracks].some(t => t.mode === 'showing' &&"
          + " [...(t.cues ?? [])].some(c => c.text.includes('안녕하세요')))";

  /** Slow enough to be seen, in bytes a second. */
  private static final int SLOW = 4_000_000;

  @TempDir private Path folder;

  @Test
  void aDroppedFilmGoesOnAfterTheNetworkIsCutAndThePageReloadedAndPlays(OnAir onAir)
      throws Exception {
    String name = "Opening <b>night";
    Path film = LargeFilm.make(folder.resolve(name + ".mp4"), SECONDS);
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      var network = new Network(page);
      dashboard.link("Library").click();
      dashboard.button("Choose videos").waitFor();
      network.slow(SLOW);
      network.drop(page.getByText("Drop videos here"), film);

      Locator row = row(page, name + ".mp4");
      assertThat(row).containsText(Pattern.compile("[1-9][0-9]? of 16 parts"), LATER);
      dashboard.picture("library-uploading");
      network.cut();
      assertThat(row).containsText("No connection.", LATER);
      dashboard.isForEverybody();
      network.slow(SLOW);
      assertThat(row).not().containsText("No connection.", LATER);

      dashboard.link("Channels").click();
      Locator bar =
          page.getByRole(
              AriaRole.COMPLEMENTARY,
              new Page.GetByRoleOptions().setName("Uploads").setExact(true));
      assertThat(bar).containsText(Pattern.compile("Uploading 1: [0-9]+%"));
      bar.getByText("Show uploads").click();

      page.onceDialog(question -> question.accept()); // the browser warns before it forgets
      page.reload();
      Locator again = dashboard.button("Choose " + name + ".mp4 again");
      assertThat(row(page, name + ".mp4")).containsText(Pattern.compile("[1-9][0-9]? of 16 parts"));
      dashboard.isForEverybody();
      page.waitForFileChooser(again::click).setFiles(film);
      assertThat(row).containsText("Resumed where it had stopped");
      network.fast();
      assertThat(row).containsText("Uploaded", LATER);
      assertThat(network.sentTwice()).as("parts that had arrived, and were sent again").isEmpty();

      row.getByRole(AriaRole.LINK, in("Open")).click();
      assertThat(page.getByRole(AriaRole.HEADING, named(name))).isVisible();
      // This is said when an event tells it.
      assertThat(page.getByText("is ready to watch")).isVisible(Dashboard.LONG);
      plays(page);
      dashboard.isForEverybody();
      dashboard.picture("library-asset");
      assertThat(page.getByRole(AriaRole.LINK, named("Download MP4"))).hasCount(0);

      dashboard.link("Library").click();
      Locator picture = card(page, name).locator("img");
      await().atMost(PATIENCE).until(() -> Dashboard.number(picture, "i => i.naturalWidth") > 0);
      dashboard.isForEverybody();
      dashboard.picture("library");
      card(page, name).click();
      delete(page, name);
    }
  }

  @Test
  void badFilesAreRefusedWithWhatIsWrong(OnAir onAir) throws Exception {
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/library");
      choose(page, payload("empty.mp4", new byte[0]));
      assertThat(row(page, "empty.mp4")).containsText("This file is empty (0 bytes)");
      row(page, "empty.mp4").getByRole(AriaRole.BUTTON, in("Dismiss")).click();

      byte[] program = new byte[64 * 1024];
      program[0] = 'M';
      program[1] = 'Z';
      choose(page, payload("renamed.mp4", program));
      row(page, "renamed.mp4").getByRole(AriaRole.LINK, in("Open")).click(CLICK_LATER);
      Locator reason = page.getByRole(AriaRole.REGION, named("This video cannot be played"));
      assertThat(reason).isVisible(Dashboard.LONG);
      assertThat(reason).containsText("What to do");
      assertThat(reason.locator("p").first()).not().isEmpty();
      dashboard.isForEverybody();
      dashboard.picture("library-errored");
      delete(page, "renamed");
    }
  }

  @Test
  void aFilmOfThreeGigabytesIsPlannedInPartsAndLeavesNothingWhenCancelled(OnAir onAir)
      throws Exception {
    Path film = LargeFilm.sparse(folder.resolve("three gigabytes.mp4"), 3L * 1024 * 1024 * 1024);
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/library");
      var network = new Network(page);
      network.slow(SLOW);
      network.drop(page.getByText("Drop videos here"), film);
      Locator row = row(page, "three gigabytes.mp4");
      assertThat(row).containsText("of 384 parts", LATER);
      assertThat(row).containsText("of 3.2 GB");
      row.getByRole(AriaRole.BUTTON, in("Pause")).click();
      assertThat(row).containsText("Paused");
      row.getByRole(AriaRole.BUTTON, in("Cancel")).click();
      dashboard.button("Cancel upload").click();
      assertThat(row).isHidden(GONE);
      await()
          .atMost(PATIENCE)
          .until(() -> onAir.api().get("/v1/assets").ok().toString().contains("three"), is -> !is);
    }
  }

  @Test
  void namesOfAllKindsStayWhatTheyAre(OnAir onAir) throws Exception {
    List<String> names =
        List.of("🎬🔥", "مرحبا بالعالم", "<img src=x onerror=alert(1)>", "W".repeat(251));
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/library");
      for (String name : names) {
        choose(page, payload(name + ".mp4", "no film".getBytes(UTF_8)));
        assertThat(row(page, name + ".mp4")).containsText("Uploaded", LATER);
        assertThat(card(page, name)).containsText("Failed", LATER);
      }
      dashboard.isForEverybody();
      dashboard.picture("library-names");
      for (String name : names) {
        card(page, name).click();
        dashboard.isForEverybody();
        delete(page, name);
      }
    }
  }

  @Test
  void aVideoIsSharedByItsLinkAndRenamedUnlessSomebodyElseWasFaster(OnAir onAir) throws Exception {
    JsonNode asset = ready(onAir, "To be shared");
    String path = "/library/" + asset.path("id").asString();
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate(path);
      String link = dashboard.field("Link to the viewer page").inputValue();
      assertThat(link).endsWith("/embed/" + asset.path("playback_id").asString());
      assertThat(dashboard.field("Embed code").inputValue()).contains("<iframe src=\"" + link);
      assertThat(dashboard.link("Download MP4")).isVisible();
      Page viewer = dashboard.newPage();
      viewer.navigate(link);
      plays(viewer);

      Page other = page.context().newPage();
      dashboard.watch(other);
      other.navigate(path);
      Dashboard.button(other, "Rename").click();
      dashboard.button("Rename").click();
      dashboard.field("Name").fill("Renamed first");
      dashboard.button("Save").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Renamed first"))).isVisible();
      Dashboard.field(other, "Name").fill("Renamed later");
      Dashboard.button(other, "Save").click();
      Dashboard.button(other, "Show what is there now").click();
      assertThat(other.getByRole(AriaRole.HEADING, named("Renamed first"))).isVisible();
      delete(page, "Renamed first");
      assertThat(other.getByRole(AriaRole.HEADING, named("This video is gone")))
          .isVisible(Dashboard.LONG);
    }
  }

  @Test
  void captionsAreAddedChosenInThePlayerAndTakenAway(OnAir onAir) throws Exception {
    JsonNode asset = ready(onAir, "To be captioned");
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/library/" + asset.path("id").asString());
      dashboard.button("Add captions").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dashboard.field("Language").selectOption("ko");
      assertThat(dashboard.field("Name in the player")).hasValue("한국어");
      dashboard.field("WebVTT text").fill("Good evening");
      dialog.getByRole(AriaRole.BUTTON, in("Add captions")).click();
      assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
      dashboard.isForEverybody();
      page.waitForFileChooser(() -> dashboard.button("Choose a WebVTT or SRT file").click())
          .setFiles(new FilePayload("ko.srt", "application/x-subrip", SUBTITLES.getBytes(UTF_8)));
      dialog.getByRole(AriaRole.BUTTON, in("Add captions")).click();
      Locator captions = page.getByRole(AriaRole.LIST, named("Captions"));
      assertThat(captions).containsText("Ready", LATER);

      dashboard.button("Reload the player").click();
      plays(page);
      dashboard.button("Captions").click();
      page.getByRole(AriaRole.MENUITEMRADIO, named("한국어")).click();
      await().atMost(PATIENCE).until(() -> page.locator("video").evaluate(SHOWN).equals(true));
      dashboard.isForEverybody();
      dashboard.picture("library-captions");

      dashboard.button("Delete 한국어").click();
      dashboard.button("Delete captions").click();
      assertThat(page.getByText("There are none yet.")).isVisible(Dashboard.LONG);
      delete(page, "To be captioned");
    }
  }

  private JsonNode ready(OnAir onAir, String name) throws InterruptedException {
    var library = new Library(onAir.api(), new Progress(System.out));
    Path clip =
        TestClip.make(Path.of("ffmpeg"), folder.resolve("clip.mp4"), "purple", 440, SECONDS);
    return library.awaitStatus(library.upload(clip, name, true), "ready", PATIENCE);
  }

  private static void plays(Page page) {
    Locator video = page.locator("video");
    video.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
    page.getByRole(AriaRole.BUTTON, named("Play")).first().click();
    await().atMost(PATIENCE).until(() -> Dashboard.frames(video) > 30);
  }

  private static void choose(Page page, FilePayload file) {
    page.waitForFileChooser(() -> Dashboard.button(page, "Choose videos").click()).setFiles(file);
  }

  private static FilePayload payload(String name, byte[] bytes) {
    return new FilePayload(name, "video/mp4", bytes);
  }

  private static void delete(Page page, String name) {
    Dashboard.button(page, "Delete").click();
    Dashboard.button(page, "Delete video").click();
    assertThat(Dashboard.button(page, "Choose videos")).isVisible();
    assertThat(card(page, name)).isHidden(GONE);
  }

  private static Locator row(Page page, String fileName) {
    return page.getByRole(AriaRole.ARTICLE, named(fileName));
  }

  private static Locator card(Page page, String name) {
    return page.getByRole(AriaRole.LIST, named("Videos"))
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
