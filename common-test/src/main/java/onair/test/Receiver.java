package onair.account.webhook;

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

/** Somebody's own server on 127.0.0.1 that takes webhooks, and answers as it is told to. */
final class Receiver implements AutoCloseable {

  /** What it answers, and what is to happen before. */
  record Answer(int status, Map<String, String> headers) {

    static Answer of(int status) {
      return new Answer(status, Map.of());
    }
  }

  /** What came. */
  record Message(HttpHeaders headers, String body) {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    JsonNode event() {
      return JsonMapper.shared().readTree(body);
    }

    long sequence() {
      return event().path("sequence").asLong();
    }

    String resource() {
      return event().path("resource").path("id").asString();
    }
  }

  private final HttpServer server;
  private final List<Message> all = new CopyOnWriteArrayList<>();
  private final List<Message> taken = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Answer> answer = message -> Answer.of(200);

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  void answers(Function<Message, Answer> newAnswer) {
    answer = newAnswer;
  }

  void answers(int status) {
    answers(message -> Answer.of(status));
  }

  /** Everything that came, tries that were refused included. */
  List<Message> all() {
    return List.copyOf(all);
  }

  /** What was answered with success, in that order. */
  List<Message> taken() {
    return List.copyOf(taken);
  }

  List<Long> sequences() {
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
