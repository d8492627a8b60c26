package onair.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static onair.endtoend.Dashboard.LONG;
import static onair.endtoend.Dashboard.button;
import static onair.endtoend.Dashboard.field;
import static onair.endtoend.Dashboard.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People at an organization's settings: one is invited, joins and goes; another types on while the
 * connection and the session are lost.
 */
@ExtendWith(OnAir.Extension.class)
class TeamE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aMemberIsInvitedJoinsChangesRoleAndIsRemoved(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    String email = Tenant.newEmail();
    try (var dashboard = new Dashboard(onAir).signIn(tenant)) {
      Page page = dashboard.page();
      page.navigate("/settings");
      link(page, "Invite somebody").click();
      field(page, "Their email").fill(email);
      page.getByLabel("Operator").check();
      button(page, "Make the link").click();
      String invitation = field(page, "Invitation link").inputValue();
      dashboard.isForEverybody();
      link(page, "Done").click();
      assertThat(page.getByText("Open", new Page.GetByTextOptions().setExact(true))).isVisible();
      dashboard.isForEverybody();
      dashboard.picture("team");

      Page theirs = dashboard.newPage();
      theirs.navigate(invitation);
      field(theirs, "Choose a password").fill("a password for tests");
      button(theirs, "Join").click();
      button(theirs, "Sign out").waitFor();
      theirs.navigate("/settings");
      assertThat(link(theirs, "Webhooks")).isVisible();
      assertThat(link(theirs, "Invite somebody")).isHidden();

      link(page, email).click();
      page.getByLabel("Viewer").check();
      button(page, "Save").click();
      assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true))).isVisible();
      dashboard.isForEverybody();
      await().atMost(PATIENCE).until(() -> isHiddenAfterReload(theirs, "Webhooks"));

      theirs.navigate("/settings/account");
      button(page, "Remove from the team").click();
      page.getByRole(AriaRole.DIALOG).getByText("Remove from the team", exactly()).click();
      assertThat(link(page, "Invite somebody")).isVisible();
      assertThat(link(page, email)).isHidden();
      assertThat(theirs.getByText("Your session has ended")).isVisible(LONG);

      link(page, tenant.founder().email()).click();
      assertThat(page.getByText("The only owner stays one")).isVisible();
    }
  }

  private static boolean isHiddenAfterReload(Page page, String name) {
    page.reload();
    link(page, "You").waitFor();
    return !link(page, name).isVisible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void whatIsTypedOutlivesALostConnectionAndASessionThatSomebodyEnds(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    try (var dashboard = new Dashboard(onAir).signIn(tenant)) {
      Page page = dashboard.page();
      page.navigate("/settings/keys/new");
      field(page, "Name").fill("Half written");
      page.getByLabel("Something else").check();
      page.context().setOffline(true);
      button(page, "Create API key").click();
      assertThat(page.getByText("The server cannot be reached")).isVisible();
      page.context().setOffline(false);

      Page other = dashboard.newPage();
      Dashboard.signIn(other, tenant.founder().email(), tenant.founder().password());
      other.navigate("/settings/account");
      // The frame's own, this session's, and that of the first page.
      other.getByRole(AriaRole.BUTTON).filter(withText("Sign out")).nth(2).click();
      assertThat(other.getByText("signed out within five seconds")).isVisible();
      await().atMost(PATIENCE).until(() -> !isSignedIn(page));

      button(page, "Create API key").click();
      Locator again = page.getByRole(AriaRole.DIALOG);
      assertThat(again).containsText("Your session has ended");
      dashboard.picture("session-ended");
      field(page, "Email").fill(tenant.founder().email());
      field(page, "Password").fill(tenant.founder().password());
      button(page, "Sign in").click();
      assertThat(again).isHidden();
      assertThat(field(page, "Name")).hasValue("Half written");
      assertThat(page.getByLabel("Something else")).isChecked();
      button(page, "Create API key").click();
      assertThat(field(page, "API key")).isVisible();
    }
  }

  private static boolean isSignedIn(Page page) {
    return page.context().request().get("/v1/whoami").status() == 200;
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
