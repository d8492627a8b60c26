package onair.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events, read as browsers read it, from behind the last event that was seen. */
final class EventStream implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final BufferedReader lines;

  private EventStream(URI gateway, String key, long lastSeen)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/events/stream"))
            .header("Authorization", "Bearer " + key)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(lastSeen))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException("The stream answers " + response.statusCode());
    }
    lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  static EventStream after(OnAir onAir, long lastSeen) throws IOException, InterruptedException {
    return new EventStream(
        URI.create(onAir.env("ONAIR_URL")), onAir.env("ONAIR_API_KEY"), lastSeen);
  }

  /** The next so many events. */
  List<Told> next(int count) throws IOException {
    var told = new ArrayList<Told>();
    long id = -1;
    String type = "";
    String data = "";
    while (told.size() < count) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("The stream ended after " + told);
      }
      if (line.startsWith("id: ")) {
        id = Long.parseLong(line.substring(4));
      } else if (line.startsWith("event: ")) {
        type = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && !data.isEmpty()) {
        told.add(new Told(id, type, JsonMapper.shared().readTree(data)));
        data = "";
      }
    }
    return told;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /**
   * @param id what to go on behind
   */
  record Told(long id, String type, JsonNode event) {}
}
