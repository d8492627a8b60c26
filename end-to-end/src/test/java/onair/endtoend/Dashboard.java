package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.launcher.RunningPlatform;

/**
 * A browser at the dashboard. Whatever its pages complain about, and whatever they ask of anybody
 * else's machine, fails the test when it is closed.
 */
final class Dashboard implements AutoCloseable {
  /** For what takes as long as AWS takes. */
  static final LocatorAssertions.IsVisibleOptions LONG =
      new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

  private static final Path PICTURES = Path.of("target", "screenshots");

  /** What a browser says of an answer such as 404 that the page deals with. */
  private static final String REFUSED = "Failed to load resource";

  private final String origin;
  private final RunningPlatform.Owner owner;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Page page;

  /** Signed out, on an English screen of a usual size. */
  Dashboard(OnAir onAir) {
    this.origin = onAir.env("ONAIR_URL");
    this.owner = onAir.owner();
    this.playwright = Chromium.playwright();
    this.browser = Chromium.launch(playwright);
    this.page = newPage();
  }

  /** Another person's: a window that knows nothing of the others. */
  Page newPage() {
    return newPage(new Browser.NewContextOptions());
  }

  Page newPage(Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options
                .setBaseURL(origin)
                .setLocale(options.locale == null ? "en-US" : options.locale)
                .setReducedMotion(ReducedMotion.REDUCE));
    Page opened = context.newPage();
    watch(opened);
    return opened;
  }

  /** Has a page's complaints collected, too; for tabs that a test opens by itself. */
  void watch(Page opened) {
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(this::note);
    opened.onRequest(
        request -> {
          URI asked = URI.create(request.url());
          if (asked.getHost() != null && !asked.getHost().equals("127.0.0.1")) {
            complaints.add("asks somebody else: " + request.url());
          }
        });
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
      complaints.add(message.text());
    }
  }

  Page page() {
    return page;
  }

  /** The owner of the organization signs in. */
  Dashboard signIn() {
    signIn(page, owner.email(), owner.password());
    return this;
  }

  /** The owner of a test's own organization signs in. */
  Dashboard signIn(Tenant tenant) {
    signIn(page, tenant.founder().email(), tenant.founder().password());
    return this;
  }

  static void signIn(Page page, String email, String password) {
    page.navigate("/");
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password").fill(password);
    button(page, "Sign in").click();
    button(page, "Sign out").waitFor();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator button(String name) {
    return button(page, name);
  }

  Locator link(String name) {
    return link(page, name);
  }

  Locator field(String label) {
    return field(page, label);
  }

  /**
   * The page as it is shown now is accessible to everybody by axe's rules, in both colour schemes,
   * and stands on a phone without being moved sideways.
   */
  void isForEverybody() {
    isForEverybody(page);
  }

  static void isForEverybody(Page page) {
    page.locator("h1").first().waitFor(); // the page itself, not what keeps its room
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .as("%s in %s", page.url(), scheme)
          .extracting(Dashboard::told)
          .isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    var usual = page.viewportSize();
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s on a phone", page.url())
        .isEqualTo(360);
    page.setViewportSize(usual.width, usual.height);
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
  }

  /** Kept as an artifact of the test. */
  void picture(String name) {
    picture(page, name);
  }

  static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  static double number(Locator element, String expression) {
    return ((Number) element.evaluate(expression)).doubleValue();
  }

  /** Frames that a video element has shown so far. */
  static double frames(Locator video) {
    return number(video, "v => v.getVideoPlaybackQuality().totalVideoFrames");
  }

  @Override
  public void close() {
    playwright.close();
    assertThat(complaints).as("what the pages complained about").isEmpty();
  }
}
