package onair.endtoend;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody else's site, at an origin of its own, whose page shows a player in a frame. */
final class ForeignSite implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>A site that shows a video</title>
          <script>
            window.told = [];
            addEventListener('message', (event) => told.push({ ...event.data, from: event.origin }));
          </script>
        </head>
        <body>
          <main aria-label="The site">
            <h1>Tonight</h1>
            <iframe src="%s" title="The show" width="640" height="360"
                allow="autoplay; fullscreen; picture-in-picture"></iframe>
          </main>
        </body>
      </html>
      """;

  private final HttpServer server;
  private volatile String framed = "about:blank";

  ForeignSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] page =
              PAGE.formatted(framed.replace("&", "&amp;")).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Opens the site's page with that player in its frame. */
  FrameLocator open(Page page, String player) {
    framed = player;
    page.navigate(origin() + "/");
    return page.frameLocator("iframe");
  }

  static Locator button(FrameLocator frame, String name) {
    return frame.getByRole(
        AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Has the site's script ask the player in its frame for something. */
  static void command(Page page, Map<String, Object> command) {
    page.evaluate(
        "(message) => document.querySelector('iframe').contentWindow.postMessage(message, '*')",
        command);
  }

  /** What the site was told by the frame, of one type. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> told(Page page, String type) {
    return (List<Map<String, Object>>)
        page.evaluate("(type) => told.filter((message) => message.type === type)", type);
  }

  /** Waits until the site is told of an event of that type, and returns the last one. */
  static Map<String, Object> awaitTold(Page page, String type) {
    return await()
        .atMost(PATIENCE)
        .until(() -> told(page, type), messages -> !messages.isEmpty())
        .getLast();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
