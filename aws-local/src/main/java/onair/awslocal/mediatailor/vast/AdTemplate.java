package onair.awslocal.mediatailor.vast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What an {@code InLine} or {@code Wrapper} element says, and what wrappers around it said before.
 */
record AdTemplate(
    List<String> impressions, Map<String, List<String>> tracking, List<String> clickTracking) {

  static final AdTemplate EMPTY = new AdTemplate(List.of(), Map.of(), List.of());

  private static final String[] LINEAR = {"Creatives", "Creative", "Linear"};

  /** What both say, the outer's addresses first. */
  AdTemplate with(Element inner) {
    Map<String, List<String>> events = new HashMap<>();
    tracking.forEach((event, urls) -> events.put(event, new ArrayList<>(urls)));
    AdXml.at(inner, LINEAR)
        .flatMap(linear -> AdXml.at(linear, "TrackingEvents", "Tracking"))
        .filter(tracker -> !AdXml.text(tracker).isEmpty())
        .forEach(
            tracker ->
                events
                    .computeIfAbsent(tracker.getAttribute("event"), any -> new ArrayList<>())
                    .add(AdXml.text(tracker)));
    return new AdTemplate(
        joined(impressions, AdXml.at(inner, "Impression")),
        events,
        joined(
            clickTracking,
            AdXml.at(inner, LINEAR)
                .flatMap(linear -> AdXml.at(linear, "VideoClicks", "ClickTracking"))));
  }

  /** The ad that an {@code InLine} element describes; empty when it has nothing we can show. */
  Optional<LinearAd> ad(Element ad, Element inLine) {
    AdTemplate all = with(inLine);
    return AdXml.at(inLine, "Creatives", "Creative")
        .flatMap(
            creative ->
                AdXml.children(creative, "Linear").stream()
                    .limit(1)
                    .flatMap(linear -> all.ad(ad, inLine, creative, linear).stream()))
        .findFirst();
  }

  private Optional<LinearAd> ad(Element ad, Element inLine, Element creative, Element linear) {
    var duration = Times.parse(AdXml.text(linear, "Duration"));
    Optional<String> media = bestMp4(linear);
    if (media.isEmpty() || duration == null || duration.isZero()) {
      return Optional.empty();
    }
    String click = AdXml.text(linear, "VideoClicks", "ClickThrough");
    return Optional.of(
        new LinearAd(
            ad.getAttribute("id"),
            creative.getAttribute("id"),
            AdXml.text(inLine, "AdTitle"),
            AdXml.text(inLine, "AdSystem"),
            duration,
            media.get(),
            impressions,
            tracking,
            click.isEmpty() ? null : click,
            clickTracking));
  }

  /** As MediaTailor does: the progressive MP4 with the most bits per second is transcoded. */
  private static Optional<String> bestMp4(Element linear) {
    return AdXml.at(linear, "MediaFiles", "MediaFile")
        .filter(file -> file.getAttribute("type").equalsIgnoreCase("video/mp4"))
        .filter(file -> !file.getAttribute("delivery").equalsIgnoreCase("streaming"))
        .filter(file -> file.getAttribute("apiFramework").isEmpty())
        .filter(file -> AdXml.text(file).startsWith("http"))
        .max(Comparator.comparingInt(AdTemplate::bitrate))
        .map(AdXml::text);
  }

  private static int bitrate(Element file) {
    for (String name : List.of("bitrate", "maxBitrate")) {
      try {
        return Integer.parseInt(file.getAttribute(name));
      } catch (NumberFormatException e) {
        continue;
      }
    }
    return 0;
  }

  private static List<String> joined(List<String> outer, Stream<Element> elements) {
    return Stream.concat(outer.stream(), elements.map(AdXml::text).filter(url -> !url.isEmpty()))
        .toList();
  }
}
