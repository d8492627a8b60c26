package onair.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies between a page and the world: files from the desktop, and a network that is slow or
 * gone. By the Chrome DevTools Protocol, as Playwright can do neither.
 */
final class Network {
  private static final Pattern PART = Pattern.compile("[?&]partNumber=(\\d+)");
  private static final int UNLIMITED = -1;

  private final CDPSession devtools;
  private final Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();

  Network(Page page) {
    this.devtools = page.context().newCDPSession(page);
    devtools.send("Network.enable");
    page.onResponse(this::note);
  }

  private void note(Response response) {
    Request request = response.request();
    Matcher part = PART.matcher(request.url());
    if (request.method().equals("PUT") && response.ok() && part.find()) {
      String what = URI.create(request.url()).getPath() + " part " + part.group(1);
      arrived.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** Parts that arrived more than once. */
  List<String> sentTwice() {
    return arrived.entrySet().stream()
        .filter(part -> part.getValue().get() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * @param upwards bytes a second
   */
  void slow(int upwards) {
    emulate(false, upwards);
  }

  void fast() {
    emulate(false, UNLIMITED);
  }

  /** What a slowed network had held back still goes out: three parts at most. */
  void cut() {
    emulate(true, UNLIMITED);
  }

  private void emulate(boolean offline, int upwards) {
    var conditions = new JsonObject();
    conditions.addProperty("offline", offline);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", UNLIMITED);
    conditions.addProperty("uploadThroughput", upwards);
    devtools.send("Network.emulateNetworkConditions", conditions);
  }

  /** As if a file was dragged from the desktop and let go above something. */
  void drop(Locator target, Path file) {
    target.scrollIntoViewIfNeeded();
    BoundingBox box = target.boundingBox();
    for (String move : List.of("dragEnter", "dragOver", "drop")) {
      var files = new JsonArray();
      files.add(file.toString());
      var data = new JsonObject();
      data.add("items", new JsonArray());
      data.add("files", files);
      data.addProperty("dragOperationsMask", 1);
      var event = new JsonObject();
      event.addProperty("type", move);
      event.addProperty("x", box.x + box.width / 2);
      event.addProperty("y", box.y + box.height / 2);
      event.add("data", data);
      devtools.send("Input.dispatchDragEvent", event);
    }
  }
}
