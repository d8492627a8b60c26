package onair.awslocal.mediatailor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.mediatailor.session.ContentFailed;
import onair.awslocal.mediatailor.session.Session;
import onair.awslocal.mediatailor.session.Sessions;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.resource.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the host of an account answers to players and their CDNs, all below {@code
 * /v1/<kind>/<account hash>/<configuration>/}. Nothing may be cached, ad segments neither: asking
 * for one is what is counted. Addresses in playlists are relative, so that they work behind a CDN.
 *
 * <p>Differences from AWS: ad segments come from here instead of by a redirect; DASH is answered
 * with 501.
 */
final class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private static final Pattern PATH = Pattern.compile("/v1/([a-z]+)/([^/]+)/([^/]+)/(.+)");
  private static final Pattern MANIFEST = Pattern.compile("([^/]+)/(\\d{1,3})\\.m3u8");
  private static final Pattern SEGMENT =
      Pattern.compile("([^/]+)/(\\d{1,6})/(\\d{1,3})/(?:(\\d{1,6})\\.m4s|init\\.mp4)");

  private static final String PLAYLIST = "application/vnd.apple.mpegurl";

  private final Scope scope;
  private final Configurations configurations;
  private final Sessions sessions;

  Door(Scope scope, Configurations configurations, Sessions sessions) {
    this.scope = scope;
    this.configurations = configurations;
    this.sessions = sessions;
  }

  OriginResponse handle(OriginRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !path.group(2).equals(Addresses.accountHash(scope))) {
      return OriginResponse.refusal(404, "Not found");
    }
    Optional<ConfigurationRow> row = configurations.find(scope, path.group(3));
    if (row.isEmpty()) {
      return OriginResponse.refusal(404, "There is no playback configuration " + path.group(3));
    }
    String rest = path.group(4);
    try {
      return switch (path.group(1)) {
        case "session" -> initialize(row.get(), rest, request);
        case String kind when !isRead(request.method()) ->
            OriginResponse.refusal(405, "Only GET and HEAD are allowed for " + kind);
        case "master" -> master(row.get(), rest, request);
        case "manifest" -> manifest(row.get(), rest);
        case "segment" -> segment(row.get(), rest, request.method());
        case "tracking" -> tracking(row.get(), rest);
        case "dash" ->
            OriginResponse.refusal(501, "Ads are not put into DASH on this machine, only into HLS");
        default -> OriginResponse.refusal(404, "Not found");
      };
    } catch (ContentFailed e) {
      LOG.info("{} cannot be answered: {}", request.path(), e.getMessage());
      return OriginResponse.refusal(e.status(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.warn("{} cannot be read", request.path(), e);
      return OriginResponse.refusal(404, "Not found");
    }
  }

  private static boolean isRead(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** {@code POST}: a session whose player reports by itself, unless it says otherwise. */
  private OriginResponse initialize(ConfigurationRow row, String file, OriginRequest request) {
    if (!request.method().equals("POST")) {
      return OriginResponse.refusal(405, "Only POST is allowed");
    }
    SessionStart start;
    try {
      start = SessionStart.read(request.body());
    } catch (IllegalArgumentException e) {
      return OriginResponse.refusal(400, String.valueOf(e.getMessage()));
    }
    Optional<String> content = Requests.content(row, file, request.query());
    if (content.isEmpty()) {
      return OriginResponse.refusal(400, "The playback configuration has no VideoContentSourceUrl");
    }
    Map<String, String> parameters = new HashMap<>(Requests.parameters(request.query()));
    parameters.putAll(start.parameters());
    Session session =
        sessions.create(
            Requests.settings(row.resource()),
            Requests.viewer(request.headers(), parameters, start.reported()),
            content.get());
    return body("application/json", start.answer(scope, row.name(), file, session.id()));
  }

  private OriginResponse master(ConfigurationRow row, String file, OriginRequest request)
      throws ContentFailed {
    if (!file.endsWith(".m3u8")) {
      return OriginResponse.refusal(400, "Only HLS is played here: " + file);
    }
    String id = request.query().get("aws.sessionId");
    Session session;
    if (id == null) {
      Optional<String> content = Requests.content(row, file, request.query());
      if (content.isEmpty()) {
        return OriginResponse.refusal(
            400, "The playback configuration has no VideoContentSourceUrl");
      }
      session =
          sessions.create(
              Requests.settings(row.resource()),
              Requests.viewer(request.headers(), Requests.parameters(request.query()), true),
              content.get());
    } else {
      Optional<Session> found = session(row, id);
      if (found.isEmpty()) {
        return expired();
      }
      session = found.get();
    }
    String up = "../".repeat(3 + (int) file.chars().filter(c -> c == '/').count());
    String base = up + below("manifest", row, session.id());
    String text = session.multivariant(index -> base + "/" + index + ".m3u8");
    return body(PLAYLIST, text.getBytes(StandardCharsets.UTF_8));
  }

  private OriginResponse manifest(ConfigurationRow row, String rest) throws ContentFailed {
    Matcher name = MANIFEST.matcher(rest);
    if (!name.matches()) {
      return OriginResponse.refusal(404, "Not found");
    }
    Optional<Session> session = session(row, name.group(1));
    if (session.isEmpty()) {
      return expired();
    }
    int rendition = Integer.parseInt(name.group(2));
    String base = "../../../../" + below("segment", row, session.get().id());
    return session
        .get()
        .playlist(rendition, (ad, segment) -> base + "/" + adFile(ad, rendition, segment))
        .map(text -> body(PLAYLIST, text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> OriginResponse.refusal(404, "Not found"));
  }

  private OriginResponse segment(ConfigurationRow row, String rest, String method)
      throws IOException {
    Matcher name = SEGMENT.matcher(rest);
    if (!name.matches()) {
      return OriginResponse.refusal(404, "Not found");
    }
    Optional<Session> session = session(row, name.group(1));
    if (session.isEmpty()) {
      return expired();
    }
    if (method.equals("HEAD")) {
      return body("video/mp4", new byte[0]);
    }
    int segment = name.group(4) == null ? -1 : Integer.parseInt(name.group(4));
    return session
        .get()
        .adFile(Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)), segment)
        .map(file -> body(file.contentType(), file.bytes()))
        .orElseGet(() -> OriginResponse.refusal(404, "Not found"));
  }

  private OriginResponse tracking(ConfigurationRow row, String rest) {
    return session(row, rest)
        .map(session -> body("application/json", session.tracking()))
        .orElseGet(Door::expired);
  }

  private Optional<Session> session(ConfigurationRow row, String id) {
    return sessions.find(id).filter(found -> found.configuration().equals(row.name()));
  }

  private String below(String kind, ConfigurationRow row, String session) {
    return String.join("/", List.of(kind, Addresses.accountHash(scope), row.name(), session));
  }

  private static String adFile(int ad, int rendition, int segment) {
    return ad + "/" + rendition + "/" + (segment < 0 ? "init.mp4" : segment + ".m4s");
  }

  /** As AWS answers to sessions it does not know any more. */
  private static OriginResponse expired() {
    return OriginResponse.refusal(400, "The session is not known, or not any more");
  }

  private static OriginResponse body(String contentType, byte[] bytes) {
    return new OriginResponse(200, contentType, Duration.ZERO, bytes);
  }
}
