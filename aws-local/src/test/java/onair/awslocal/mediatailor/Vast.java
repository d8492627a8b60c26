package onair.awslocal.mediatailor;

import java.util.List;
import java.util.stream.Collectors;
import onair.awslocal.mediatailor.http.WebServer;

/** Answers of an ad decision server. */
final class Vast {

  private Vast() {}

  /**
   * One ad, {@code /<name>.mp4}, with beacons {@code /beacon/<name>/<event>?<query>}.
   *
   * @param query of the request, so that its beacons can be told apart
   */
  static String of(WebServer web, String name, String query) {
    String tracking =
        List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete").stream()
            .map(
                event ->
                    "<Tracking event=\"%s\"><![CDATA[%s]]></Tracking>"
                        .formatted(event, beacon(web, name, event, query)))
            .collect(Collectors.joining());
    return """
    <VAST version="4.0"><Ad id="%1$s"><InLine><AdSystem>test</AdSystem><AdTitle>%1$s</AdTitle><Impression><![CDATA[%2$s]]></Impression>
      <Creatives><Creative id="%1$s"><Linear><Duration>00:00:04</Duration><TrackingEvents>%3$s</TrackingEvents>
        <MediaFiles><MediaFile delivery="progressive" type="video/mp4" bitrate="500" width="426" height="240">%4$s</MediaFile></MediaFiles>
      </Linear></Creative></Creatives></InLine></Ad></VAST>
    """
        .formatted(
            name,
            beacon(web, name, "impression", query),
            tracking,
            web.address("/" + name + ".mp4"));
  }

  private static String beacon(WebServer web, String name, String event, String query) {
    return web.address("/beacon/" + name + "/" + event + "?" + query);
  }
}
