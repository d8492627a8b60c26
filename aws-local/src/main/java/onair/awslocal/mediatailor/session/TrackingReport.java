package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What players that report by themselves are told: avails, their ads, and what to ask when. Source:
 * MediaTailor user guide, "Client-side ad tracking"; companions, icons and verification are empty.
 */
final class TrackingReport {

  private static final JsonMapper JSON = new JsonMapper();

  private TrackingReport() {}

  static byte[] write(List<Avail> avails) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put(
        "avails",
        avails.stream().filter(a -> !a.ads().isEmpty()).map(TrackingReport::avail).toList());
    report.put("dashAvailabilityStartTime", null);
    report.put("hlsAnchorMediaSequenceNumber", null);
    report.put("nextToken", Integer.toString(avails.size()));
    report.put("nonLinearAvails", List.of());
    return JSON.writeValueAsBytes(report);
  }

  private static Map<String, @Nullable Object> avail(Avail avail) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("availId", avail.id());
    Instant time = avail.time();
    told.put("availProgramDateTime", time == null ? null : time.toString());
    Duration filled =
        avail.ads().stream().map(ad -> ad.play().duration()).reduce(Duration.ZERO, Duration::plus);
    span(told, avail.start(), filled);
    told.put("adMarkerDuration", avail.duration().isZero() ? null : avail.duration().toString());
    told.put("ads", avail.ads().stream().map(TrackingReport::ad).toList());
    told.put("nonLinearAdsList", List.of());
    told.put("adBreakTrackingEvents", List.of());
    return told;
  }

  private static Map<String, @Nullable Object> ad(Avail.Placed placed) {
    AdPlay play = placed.play();
    LinearAd ad = play.ad();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    if (ad == null) {
      return told;
    }
    told.put("adId", Integer.toString(play.number()));
    told.put("vastAdId", ad.id());
    told.put("creativeId", ad.creativeId());
    told.put("adTitle", ad.title());
    told.put("adSystem", ad.system());
    span(told, placed.start(), play.duration());
    told.put("trackingEvents", events(placed, ad));
    told.put("companionAds", List.of());
    told.put("adVerifications", List.of());
    told.put("extensions", List.of());
    return told;
  }

  private static List<Map<String, @Nullable Object>> events(Avail.Placed placed, LinearAd ad) {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    Duration length = placed.play().duration();
    add(events, "impression", ad.impressions(), placed.start(), length);
    AdPlay.events()
        .forEach(
            (event, part) ->
                add(
                    events,
                    event,
                    ad.tracking().getOrDefault(event, List.of()),
                    placed.start().plus(Duration.ofNanos((long) (length.toNanos() * part))),
                    Duration.ZERO));
    String click = ad.clickThrough();
    add(events, "clickThrough", click == null ? List.of() : List.of(click), placed.start(), length);
    add(events, "clickTracking", ad.clickTracking(), placed.start(), length);
    return events;
  }

  private static void add(
      List<Map<String, @Nullable Object>> events,
      String type,
      List<String> addresses,
      Duration start,
      Duration duration) {
    if (addresses.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("eventId", Integer.toString(events.size()));
    event.put("eventType", type);
    event.put("beaconUrls", addresses);
    span(event, start, duration);
    events.add(event);
  }

  private static void span(Map<String, @Nullable Object> told, Duration start, Duration duration) {
    told.put("startTime", start.toString());
    told.put("startTimeInSeconds", start.toMillis() / 1000.0);
    told.put("duration", duration.toString());
    told.put("durationInSeconds", duration.toMillis() / 1000.0);
  }
}
