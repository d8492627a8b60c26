package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import onair.awslocal.mediatailor.vast.AdBreak;
import onair.awslocal.mediatailor.vast.AdServer;
import onair.awslocal.mediatailor.vast.BadAnswer;
import onair.awslocal.mediatailor.vast.LinearAd;
import onair.awslocal.mediatailor.vast.Macros;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a session's ad decision server, and counts what it says. */
final class Decisions {

  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final SessionSettings settings;
  private final String session;
  private final Viewer viewer;
  private final AdServer server;
  private final Counting counting;

  Decisions(
      SessionSettings settings, String session, Viewer viewer, AdServer server, Counting counting) {
    this.settings = settings;
    this.session = session;
    this.viewer = viewer;
    this.server = server;
    this.counting = counting;
  }

  /**
   * The breaks decided on; none when there is no server, and none when it fails, which is counted.
   * Takes 3 s at most.
   *
   * @param avail its index in the session, from 0
   * @param duration zero when nobody knows, and for finished content
   * @param scte variables of the message that announced it
   */
  List<AdBreak> ask(int avail, Duration duration, Map<String, String> scte) {
    String template = settings.adDecisionServer();
    if (template == null) {
      return List.of();
    }
    long began = System.nanoTime();
    try {
      List<AdBreak> breaks =
          server.ask(Macros.fill(template, variables(avail, duration, scte)), viewer.headers());
      List<LinearAd> ads = breaks.stream().flatMap(found -> found.ads().stream()).toList();
      Duration sum = ads.stream().map(LinearAd::duration).reduce(Duration.ZERO, Duration::plus);
      counting.add("AdDecisionServer.Ads", ads.size());
      counting.add("AdDecisionServer.Duration", sum);
      if (!duration.isZero()) {
        counting.add(
            "AdDecisionServer.FillRate",
            Math.min(100, 100.0 * sum.toMillis() / duration.toMillis()));
      }
      return breaks;
    } catch (BadAnswer e) {
      boolean late = e.reason() == BadAnswer.Reason.TIMEOUT;
      counting.add(late ? "AdDecisionServer.Timeouts" : "AdDecisionServer.Errors", 1);
      LOG.info(
          "No ads for session {} of {}: {} ({})",
          session,
          settings.configuration(),
          e.reason(),
          e.getMessage());
      return List.of();
    } finally {
      counting.add("AdDecisionServer.Latency", Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private Map<String, String> variables(int avail, Duration duration, Map<String, String> scte) {
    Map<String, String> variables = new HashMap<>(scte);
    viewer
        .parameters()
        .forEach(
            (name, value) -> {
              String full = "player_params." + name;
              Map<String, String> aliases = settings.aliases().getOrDefault(full, Map.of());
              variables.put(full, aliases.getOrDefault(value, value));
            });
    variables.put("session.id", session);
    variables.put("session.uuid", session);
    variables.put("session.client_ip", viewer.address());
    variables.put("session.user_agent", viewer.userAgent());
    variables.put("session.referer", viewer.referer());
    variables.put("session.avail_duration_ms", Long.toString(duration.toMillis()));
    variables.put(
        "session.avail_duration_secs", Long.toString(Math.round(duration.toMillis() / 1000.0)));
    variables.put("avail.index", Integer.toString(avail));
    long random = ThreadLocalRandom.current().nextLong(1, 10_000_000_000L);
    variables.put("avail.random", Long.toString(random));
    variables.put("playback_configuration.name", settings.configuration());
    return variables;
  }
}
