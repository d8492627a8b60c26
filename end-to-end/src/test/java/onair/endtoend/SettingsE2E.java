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
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.test.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An owner manages an organization from the dashboard: keys that programs use, webhooks that
 * receive, people who come and go, and what may be spent.
 */
@ExtendWith(OnAir.Extension.class)
class SettingsE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KEY_NAME = "Newsroom <b>bot</b> 🎬 مرحبا";

  @Test
  void aKeyIsMadeShownOnceRolledAndRevoked(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    try (var dashboard = new Dashboard(onAir).signIn(tenant)) {
      Page page = dashboard.page();
      page.navigate("/settings/keys");
      link(page, "Create API key").first().click();
      field(page, "Name").fill(KEY_NAME);
      page.getByLabel("Read everything").check();
      button(page, "Create API key").dblclick();
      String first = field(page, "API key").inputValue();
      dashboard.isForEverybody();
      dashboard.picture("key-shown-once");
      assertThat(works(tenant, first)).isTrue();
      page.reload();
      assertThat(field(page, "API key")).isHidden();

      page.navigate("/settings/keys");
      assertThat(link(page, KEY_NAME)).hasCount(1);
      link(page, KEY_NAME).click();
      button(page, "Roll").click();
      field(page, "The secret before works for").selectOption("0");
      dashboard.isForEverybody();
      button(page, "Roll key").click();
      String second = field(page, "API key").inputValue();
      assertThat(second).isNotEqualTo(first);
      await().atMost(PATIENCE).until(() -> !works(tenant, first));
      assertThat(works(tenant, second)).isTrue();

      button(page, "Done").click();
      button(page, "Revoke").click();
      button(page, "Revoke key").click();
      assertThat(page.getByText("This key works no more.")).isVisible();
      dashboard.isForEverybody();
      await().atMost(PATIENCE).until(() -> !works(tenant, second));
    }
  }

  private static boolean works(Tenant tenant, String secret) {
    return tenant.bearer(secret).get("/v1/whoami").status() == 200;
  }

  @Test
  void aWebhookIsToldAndWhatItRefusedIsSentOnceMore(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    try (var dashboard = new Dashboard(onAir).signIn(tenant);
        var receiver = new Receiver()) {
      Page page = dashboard.page();
      page.navigate("/settings/webhooks");
      dashboard.isForEverybody();
      link(page, "Add webhook").first().click();
      field(page, "Address").fill("ftp://example.com/events");
      button(page, "Add webhook").click();
      assertThat(field(page, "Address")).hasAttribute("aria-invalid", "true");
      field(page, "Address").fill(receiver.url());
      page.getByLabel("Only these").check();
      page.getByLabel("channel.created").check();
      dashboard.isForEverybody();
      button(page, "Add webhook").click();
      String secret = field(page, "Signing secret").inputValue();
      dashboard.isForEverybody();
      dashboard.picture("webhook-secret");
      link(page, "Done").click();

      receiver.answers(400);
      String channel = tenant.in("/v1/channels", Map.of("name", "Told about"));
      try {
        Locator delivery = link(page, "channel.created");
        assertThat(delivery).isVisible(LONG);
        delivery.click();
        assertThat(page.getByText("Answered 400")).isVisible(LONG);
        assertThat(page.getByText("thanks")).isVisible();
        dashboard.isForEverybody();
        dashboard.picture("webhook-refused");

        receiver.answers(200);
        button(page, "Redeliver").click();
        assertThat(page.getByText("Answered 200")).isVisible(LONG);
        assertThat(page.getByText("Delivered", new Page.GetByTextOptions().setExact(true)))
            .isVisible();
        assertThat(receiver.taken())
            .singleElement()
            .satisfies(
                message -> {
                  assertThat(message.event().path("type").asString()).isEqualTo("channel.created");
                  assertThat(ToldEvents.isSigned(secret, message)).isTrue();
                });
        link(page, "← Webhook").click();
        assertThat(link(page, "channel.created")).hasCount(2);
        isTried(dashboard, receiver);
        deletesTheWebhook(dashboard);
      } finally {
        tenant.owner().delete(channel);
      }
    }
  }

  /** By an event of its own, whatever types it was made for. */
  private static void isTried(Dashboard dashboard, Receiver receiver) {
    button(dashboard.page(), "Send test event").click();
    assertThat(link(dashboard.page(), "webhook.test")).isVisible(LONG);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                receiver.taken().stream()
                    .anyMatch(it -> it.event().path("type").asString().equals("webhook.test")));
  }

  private static void deletesTheWebhook(Dashboard dashboard) {
    Page page = dashboard.page();
    dashboard.isForEverybody();
    button(page, "Delete").click();
    page.getByRole(AriaRole.DIALOG).getByText("Delete", exactly()).last().click();
    assertThat(page.getByText("No webhooks yet")).isVisible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void aBudgetIsSetAndShown(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    try (var dashboard = new Dashboard(onAir).signIn(tenant)) {
      Page page = dashboard.page();
      page.navigate("/settings/usage");
      assertThat(page.getByText("There is no budget: nothing limits what is spent.")).isVisible();
      link(page, "Set a budget").click();
      field(page, "Limit per month").fill("a lot");
      button(page, "Set a budget").click();
      assertThat(field(page, "Limit per month")).hasAttribute("aria-invalid", "true");
      field(page, "Limit per month").fill("99.50");
      dashboard.isForEverybody();
      button(page, "Set a budget").click();
      assertThat(page.getByText("$99.50")).isVisible();
      dashboard.isForEverybody();
      dashboard.picture("budget");
      assertThat(page.getByText("Nothing was billed in this time.")).isVisible();
      button(page, "Remove: All channels together").click();
      page.getByRole(AriaRole.DIALOG).getByText("Remove", exactly()).click();
      assertThat(page.getByText("$99.50")).isHidden();
    }
  }

  @Test
  void everyPageIsForEverybodyInBothLanguages(OnAir onAir) {
    Tenant tenant = Tenant.found(onAir);
    String key = tenant.in("/v1/api-keys", Map.of("name", KEY_NAME, "scopes", List.of("*")));
    String entry = tenant.first("/v1/audit-log");
    List<String> places =
        List.of(
            "/settings/team",
            "/settings/team/invite",
            "/settings/keys",
            "/settings/keys/new",
            key.replace("/v1/api-keys", "/settings/keys"),
            "/settings/webhooks",
            "/settings/webhooks/new",
            "/settings/usage",
            "/settings/usage?by=channel",
            "/settings/usage/budgets/new",
            "/settings/audit",
            entry.replace("/v1/audit-log", "/settings/audit"),
            "/settings/organization",
            "/settings/account");
    try (var dashboard = new Dashboard(onAir).signIn(tenant)) {
      Page page = dashboard.page();
      places.forEach(place -> isForEverybody(dashboard, place));
      button(page, "한국어").click();
      places.forEach(place -> isForEverybody(dashboard, place));
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("내 계정");
      dashboard.picture("settings-korean");
    }
  }

  private static void isForEverybody(Dashboard dashboard, String place) {
    Page page = dashboard.page();
    page.navigate(place);
    page.getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(page.locator(".loading"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    dashboard.isForEverybody();
  }
}
