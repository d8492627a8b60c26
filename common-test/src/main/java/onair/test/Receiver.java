package onair.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's own server on 127.0.0.1 that takes webhooks, and answers as it is told to; at first
 * 200 to everything.
 */
public final class Receiver implements AutoCloseable {

  /** What it answers. */
  public record Answer(int status, Map<String, String> headers) {

    /** Without headers of its own. */
    public static Answer of(int status) {
      return new Answer(status, Map.of());
    }
  }

  /**
   * What came.
   *
   * @param body as text
   */
  public record Message(HttpHeaders headers, String body) {

    /** Its value; empty when there is none. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The body as JSON. */
    public JsonNode event() {
      return JsonMapper.shared().readTree(body);
    }

    /** The event's place in the log. */
    public long sequence() {
      return event().path("sequence").asLong();
    }

    /** Id of what the event is about. */
    public String resource() {
      return event().path("resource").path("id").asString();
    }
  }

  private final HttpServer server;
  private final List<Message> all = new CopyOnWriteArrayList<>();
  private final List<Message> taken = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Answer> answer = message -> Answer.of(200);

  /** Takes messages from now on. */
  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it takes them. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  /** From now on; on a thread of the message's own. */
  public void answers(Function<Message, Answer> newAnswer) {
    answer = newAnswer;
  }

  /** The same to everything from now on. */
  public void answers(int status) {
    answers(message -> Answer.of(status));
  }

  /** Everything that came, tries that were refused included. */
  public List<Message> all() {
    return List.copyOf(all);
  }

  /** What was answered with success, in that order. */
  public List<Message> taken() {
    return List.copyOf(taken);
  }

  /** Of what was answered with success. */
  public List<Long> sequences() {
    return taken.stream().map(Message::sequence).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    var message =
        new Message(
            HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    all.add(message);
    Answer given = answer.apply(message);
    if (given.status() < 300) {
      taken.add(message);
    }
    given.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = "thanks".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(given.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
