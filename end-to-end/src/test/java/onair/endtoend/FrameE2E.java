package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static onair.endtoend.Dashboard.button;
import static onair.endtoend.Dashboard.field;
import static onair.endtoend.Dashboard.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is around every page of the dashboard: the way in and out, languages, and what went wrong.
 */
@ExtendWith(OnAir.Extension.class)
class FrameE2E {
  /** Gzipped, without the player, which comes when there is a picture to show. */
  private static final int MOST_BYTES = 250 * 1024;

  @Test
  void whoIsNotSignedInIsAskedToBeAndAWrongPasswordIsSaidSo(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir)) {
      Page page = dashboard.page();
      page.navigate("/settings/keys");
      dashboard.isForEverybody();
      dashboard.field("Email").fill(onAir.owner().email());
      dashboard.field("Password").fill("not the password");
      dashboard.button("Sign in").click();
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(dashboard.field("Email")).hasValue(onAir.owner().email());
      dashboard.field("Password").fill(onAir.owner().password());
      dashboard.button("Sign in").click();
      assertThat(dashboard.link("Settings")).hasAttribute("aria-current", "page");
      dashboard.button("Sign out").click();
      assertThat(dashboard.button("Sign in")).isVisible();
    }
  }

  @Test
  void theFirstLoadIsSmall(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir)) {
      List<Response> answers = new CopyOnWriteArrayList<>();
      dashboard.page().onResponse(answers::add);
      dashboard.signIn();
      dashboard.page().getByRole(AriaRole.HEADING).first().waitFor();
      int bytes =
          answers.stream()
              .filter(answer -> !answer.url().contains("/v1/"))
              .mapToInt(answer -> answer.request().sizes().responseBodySize)
              .sum();
      assertThat(bytes).isBetween(1, MOST_BYTES);
    }
  }

  @Test
  void speaksKoreanAndRemembersIt(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      dashboard.button("한국어").click();
      assertThat(page.locator("html")).hasAttribute("lang", "ko");
      assertThat(link(page, "라이브러리")).isVisible();
      page.reload();
      assertThat(button(page, "로그아웃")).isVisible();
      page.getByRole(AriaRole.HEADING).first().waitFor();
      dashboard.isForEverybody();
      Page korean = dashboard.newPage(new Browser.NewContextOptions().setLocale("ko-KR"));
      korean.navigate("/");
      assertThat(button(korean, "로그인")).isVisible();
    }
  }

  @Test
  void anUnknownAddressIsSaidSo(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir).signIn()) {
      dashboard.page().navigate("/nothing/here");
      assertThat(dashboard.page().getByRole(AriaRole.HEADING))
          .containsText("There is no such page");
      dashboard.isForEverybody();
    }
  }

  @Test
  void aSessionThatEndsLosesNothingThatWasTyped(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/channels/new");
      dashboard.field("Name").fill("Half written");
      page.context().clearCookies();
      // Asked for or not, the page has found it out by itself when it asks for anything.
      dashboard.button("Create channel").dispatchEvent("click");
      Locator again = page.getByRole(AriaRole.DIALOG);
      assertThat(again).containsText("Your session has ended");
      field(page, "Email").fill(onAir.owner().email());
      field(page, "Password").fill(onAir.owner().password());
      dashboard.button("Sign in").click();
      assertThat(again).isHidden();
      assertThat(dashboard.field("Name")).hasValue("Half written");
    }
  }

  @Test
  void aServerThatCannotBeReachedIsSaidSoAndComesBack(OnAir onAir) {
    try (var dashboard = new Dashboard(onAir).signIn()) {
      Page page = dashboard.page();
      page.navigate("/channels");
      page.getByRole(AriaRole.HEADING).first().waitFor();
      page.context().setOffline(true);
      assertThat(page.getByText("The server cannot be reached")).isVisible(Dashboard.LONG);
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      page.context().setOffline(false);
      assertThat(page.getByText("The server cannot be reached"))
          .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
    }
  }
}
