package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A service behind the gateway: notes what arrives and answers as the test says. */
public final class FakeService {
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Channel> connections = new CopyOnWriteArrayList<>();
  private volatile BiFunction<Asked, HttpServerResponse, Publisher<Void>> behaviour =
      (request, answer) -> json(answer, 200, "{}");
  private DisposableServer server = bind(0);
  private final int port = server.port();

  /** What reached the service. */
  public record Asked(String method, String uri, HttpHeaders headers, String body) {}

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** How it answers from now on. */
  public void answers(BiFunction<Asked, HttpServerResponse, Publisher<Void>> behaviour) {
    this.behaviour = behaviour;
  }

  /** Answers each request with this JSON. */
  public void answers(int status, String body) {
    answers((request, answer) -> json(answer, status, body));
  }

  public List<Asked> asked() {
    return asked;
  }

  public Asked lastAsked() {
    return asked.getLast();
  }

  /** As new: up, nothing asked, an empty object for every request. */
  public void reset() {
    up();
    asked.clear();
    answers(200, "{}");
  }

  /** As if the process had been killed: no listener, and every connection cut. */
  public void down() {
    server.disposeNow();
    connections.forEach(Channel::close);
    connections.clear();
  }

  public void up() {
    if (server.isDisposed()) {
      server = bind(port);
    }
  }

  public static Publisher<Void> json(HttpServerResponse answer, int status, String body) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    return send(answer, status, type, body);
  }

  public static Publisher<Void> send(
      HttpServerResponse answer, int status, String type, String body) {
    return answer
        .status(status)
        .header("Content-Type", type)
        .sendByteArray(Mono.just(body.getBytes(UTF_8)));
  }

  private DisposableServer bind(int wanted) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(wanted)
        .doOnConnection(connection -> connections.add(connection.channel()))
        .handle(
            (request, answer) ->
                request
                    .receive()
                    .aggregate()
                    .asString(UTF_8)
                    .defaultIfEmpty("")
                    .flatMap(
                        body -> {
                          var headers = new HttpHeaders();
                          request
                              .requestHeaders()
                              .forEach(h -> headers.add(h.getKey(), h.getValue()));
                          var seen =
                              new Asked(request.method().name(), request.uri(), headers, body);
                          asked.add(seen);
                          return Mono.from(behaviour.apply(seen, answer));
                        }))
        .bindNow();
  }
}
