package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control door of an aws-local, as a test calls it. */
public record Door(URI endpoint) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) {
    return call("GET", path, "");
  }

  public Answer post(String path) {
    return call("POST", path, "");
  }

  public Answer post(String path, String body) {
    return call("POST", path, body);
  }

  public Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  public Answer delete(String path) {
    return call("DELETE", path, "");
  }

  /** Puts a fault, written with single quotes, and says its id. */
  public String fault(String spec) {
    Answer put = post("/faults", spec.replace('\'', '"'));
    if (put.status() != 201) {
      throw new IllegalArgumentException(put.toString());
    }
    return put.body().path("id").stringValue();
  }

  private Answer call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "/_aws-local" + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
