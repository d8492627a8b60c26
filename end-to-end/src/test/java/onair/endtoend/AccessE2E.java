package onair.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.test.TestApi;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.DescribedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may do what, through the gateway: all that it describes, asked with real keys and sessions.
 */
@ExtendWith(OnAir.Extension.class)
class AccessE2E {

  private static final String DRIFT =
      "somebody has to change a setting in AWS; channel-service's DriftIT is that somebody";

  /**
   * Operations whose success cannot be seen here, and why. Everybody's refusal is seen all the
   * same.
   */
  private static final Map<String, String> NOT_SEEN_TO_WORK =
      Map.of(
          "leaveForProvider",
          "no provider is set up on this machine; account-service's OidcIT signs in at a real one",
          "getDrift",
          DRIFT,
          "repairDrift",
          DRIFT,
          "adoptDrift",
          DRIFT,
          "ignoreDrift",
          DRIFT,
          "reclaimWaste",
          "something has to be of no use for ten minutes; channel-service's WasteIT has less patience");

  private static final int OPERATIONS_AT_A_TIME = 4;

  @Test
  void everyOperationWorksForWhoMayAndForNobodyElse(OnAir onAir, @TempDir Path folder)
      throws InterruptedException {
    Tenant ours = Tenant.found(onAir);
    try (var notices = new Notices(ours);
        var broadcasts = new Broadcasts(onAir, ours)) {
      var films = new Films(onAir, ours, folder);
      AccessMatrix matrix =
          AccessMatrix.of(described(ours.nobody()), new PlatformAskers(ours, Tenant.found(onAir)));
      people(matrix, onAir, ours);
      programs(matrix, ours, notices);
      channels(matrix, broadcasts);
      library(matrix, films);
      matrix
          .outOfReach(NOT_SEEN_TO_WORK.keySet().toArray(String[]::new))
          .mustHold(OPERATIONS_AT_A_TIME);
    }
  }

  /** What the platform says of itself as soon as every service has told its part. */
  private static DescribedApi described(TestApi nobody) {
    List<String> paths =
        ApiDocument.checkedIn("openapi").json().path("paths").propertyNames().stream()
            .sorted()
            .toList();
    return DescribedApi.of(
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> nobody.get("/openapi.json").json(),
                told ->
                    told.path("paths").propertyNames().stream().sorted().toList().equals(paths)));
  }

  private static void people(AccessMatrix matrix, OnAir onAir, Tenant ours) {
    TestApi installation = Tenant.installation(onAir);
    Tenant.Person another = ours.newMember("owner");
    matrix
        .body("signIn", ours::credentials)
        .body(
            "acceptInvitation",
            () ->
                Tenant.text(
                    Map.of("token", ours.invitation("viewer"), "password", another.password())))
        .worksFor("signOut", () -> ours.browser(ours.signIn()))
        .resource("/session/oidc/{}", () -> "/session/oidc/no-such-provider")
        .worksFor("createOrganization", () -> installation)
        .body(
            "createOrganization",
            () -> Tenant.text(Map.of("name", "Birds", "owner_email", Tenant.newEmail())))
        .resource("/v1/organizations/{}", () -> "/v1/organizations/" + ours.id())
        .resource("/v1/members/{}", () -> "/v1/members/" + ours.newMember("viewer").id())
        .resource("/v1/members/{}/sessions/{}", ours::memberSession)
        .resource("/v1/members/me/sessions/{}", ours::newSession)
        .worksFor("changeOwnPassword", () -> ours.browser(another.session()))
        .body(
            "changeOwnPassword",
            () ->
                Tenant.text(
                    Map.of(
                        "current_password",
                        another.password(),
                        "new_password",
                        another.password() + " again")))
        .resource("/v1/invitations/{}", () -> ours.in("/v1/invitations", viewer()))
        .body("createInvitation", () -> Tenant.text(viewer()));
  }

  private static void programs(AccessMatrix matrix, Tenant ours, Notices has) {
    matrix
        .resource("/v1/api-keys/{}", () -> ours.in("/v1/api-keys", key()))
        .body("createApiKey", () -> Tenant.text(key()))
        .body("rollApiKey", () -> "{\"overlap_seconds\":60}")
        .resource("/v1/webhooks/{}", has::webhook)
        .body("createWebhook", () -> Tenant.text(Map.of("url", has.receiverUrl())))
        .body("replayWebhook", () -> "{\"after\":0}")
        .resource("/v1/webhooks/{}/deliveries/{}", has::delivery)
        .resource("/v1/events/{}", has::event)
        .resource("/v1/audit-log/{}", has::auditEntry);
  }

  private static Map<String, String> viewer() {
    return Map.of("email", Tenant.newEmail(), "role", "viewer");
  }

  private static Map<String, Object> key() {
    return Map.of("name", "Key", "scopes", List.of("channels:read"));
  }

  private static void channels(AccessMatrix matrix, Broadcasts has) {
    matrix
        .resource("/v1/channels/{}", () -> has.channel("rtmp"))
        .body("createChannel", () -> "{\"name\":\"Show\",\"ladder\":\"540p\"}")
        .body("updateChannel", () -> "{\"name\":\"Late show\"}")
        .resourceFor("stopChannel", has::started)
        .resourceFor("completeChannel", has::started)
        .resourceFor("kickBroadcaster", has::started)
        .resourceFor("enableChannel", has::disabled)
        .resourceFor("getChannelThumbnail", has::onAir)
        .resource("/v1/presets/ladders/{}", has::ladder)
        .body("createLadder", () -> Tenant.text(Broadcasts.newLadder()))
        .resourceFor("extendChannel", has::limited)
        .body("extendChannel", () -> "{\"seconds\":60}")
        .resourceFor("createShare", () -> has.channel("srt"))
        .body("createShare", () -> "{\"name\":\"Partner\",\"allowed_cidrs\":[\"198.51.100.0/24\"]}")
        .resource("/v1/channels/{}/shares/{}", has::share)
        .body("createSimulcastTarget", () -> Tenant.text(Broadcasts.page()))
        .resource("/v1/channels/{}/simulcast-targets/{}", has::simulcastTarget)
        .resourceFor("createAdBreak", has::onAir)
        .body("createAdBreak", () -> Tenant.text(has.newAdBreak()))
        .resource("/v1/channels/{}/ad-breaks/{}", has::adBreak)
        .resourceFor("getAdBreakReport", has::reportedAdBreak)
        .resource("/v1/channels/{}/broadcasts/{}", has::planned)
        .body("planBroadcast", () -> Tenant.text(Broadcasts.inAnHour()))
        .resourceFor("createScheduleAction", has::onAir)
        .body("createScheduleAction", () -> "{\"kind\":\"id3\",\"id3\":{\"text\":\"Goal!\"}}")
        .resource("/v1/channels/{}/schedule/{}", has::scheduleAction)
        .resource("/v1/channels/{}/sessions/{}", has::session)
        .resourceFor("createClip", has::clippable)
        .body("createClip", () -> Tenant.text(Broadcasts.newClip()))
        .resource("/v1/channels/{}/clips/{}", has::clip)
        .resource("/v1/operations/{}", has::operation)
        .resource("/v1/drift/{}", () -> "/v1/drift/drf_06d4x8k2m1v7r9t3w5y8z0a2bc")
        .resource("/v1/waste/{}", () -> "/v1/waste/orphan.orp_06d4x8k2m1v7r9t3w5y8z0a2bc")
        .resource("/v1/budgets/{}", has::budget)
        .body("putBudget", Broadcasts::limit)
        .resource("/v1/playback/{}", has::playback)
        .resource("/playback/{}", () -> has.playback().substring("/v1".length()));
  }

  private static void library(AccessMatrix matrix, Films has) {
    matrix
        .resource("/v1/uploads/{}", has::upload)
        .resourceFor("completeUpload", has::sentUpload)
        .body("completeUpload", has::completing)
        .resource("/v1/assets/{}", has::asset)
        .resource("/v1/assets/{}/captions/{}", has::caption)
        .resourceFor("createCaption", has::readyAsset)
        .body("createCaption", Films::newCaption)
        .resource("/v1/creatives/{}", has::creative)
        .body("createCreative", has::aboutTheFilm)
        .body("updateCreative", () -> "{\"name\":\"Another\"}")
        .resource("/v1/campaigns/{}", has::campaign)
        .body(
            "createCampaign",
            () -> Tenant.text(Map.of("name", "C", "creative_ids", List.of(has.creativeId()))))
        .body("updateCampaign", () -> "{\"name\":\"Another\"}")
        .resource("/v1/ad-configurations/{}", has::adConfiguration)
        .body("createAdConfiguration", has::aboutAFilm)
        .body("updateAdConfiguration", () -> "{\"pre_roll_seconds\":30}");
  }
}
