package onair.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import onair.client.api.ChannelsApi;
import onair.client.model.Channel;
import onair.client.model.ChannelAdsRequest;
import onair.client.model.ChannelPatch;
import onair.client.model.ChannelRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the generated client puts on the wire and makes of what comes back. */
class GeneratedClientTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private HttpServer server;
  private ChannelsApi channels;
  private volatile int status = 200;
  private volatile String answer = "{}";

  private record Asked(String line, String key, JsonNode body) {}

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var http = new ApiClient();
    http.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
    http.setRequestInterceptor(request -> request.header("Authorization", "Bearer onair_test_1"));
    channels = new ChannelsApi(http);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsWhatWasSetAndNothingElse() throws Exception {
    answer = example("/paths/~1v1~1channels/post/responses/202");
    channels.createChannel(
        "key-1",
        new ChannelRequest()
            .name("Evening show")
            .ladder("720p")
            .ads(new ChannelAdsRequest().enabled(true)));

    Asked created = asked.take();
    assertThat(created.line()).isEqualTo("POST /v1/channels");
    assertThat(created.key()).isEqualTo("key-1");
    assertThat(created.body())
        .isEqualTo(
            JSON.readTree(
                "{\"name\":\"Evening show\",\"ladder\":\"720p\",\"ads\":{\"enabled\":true}}"));

    answer = example("/paths/~1v1~1channels~1{id}/patch/responses/200");
    channels.updateChannel("ch_1", new ChannelPatch().name("Late show"), null, null);
    assertThat(asked.take().body()).isEqualTo(JSON.readTree("{\"name\":\"Late show\"}"));
  }

  @Test
  void readsTheExampleOfAReplyWithoutLosingAnything() throws Exception {
    answer = example("/paths/~1v1~1channels~1{id}/get/responses/200");

    Channel channel = channels.getChannel("ch_1");

    assertThat((Object) JSON.readTree(new JSON().getMapper().writeValueAsString(channel)))
        .isEqualTo(JSON.readTree(answer));
  }

  @Test
  void passesOverFieldsThatCameLater() throws Exception {
    answer =
        JSON.readTree(example("/paths/~1v1~1channels~1{id}/get/responses/200"))
            .asObject()
            .put("later", 1)
            .toString();

    assertThat(channels.getChannel("ch_1").getName()).isEqualTo("Evening show");
  }

  @Test
  void tellsAProblemWithItsStatusAndItsWords() {
    status = 412;
    answer = "{\"code\":\"precondition_failed\"}";

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> channels.deleteChannel("ch_1", "\"1\""))
        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(412))
        .satisfies(
            refused -> assertThat(refused.getResponseBody()).contains("precondition_failed"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            JSON.readTree(exchange.getRequestBody().readAllBytes())));
    byte[] bytes = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String example(String reply) throws IOException {
    Path file = Path.of("").toAbsolutePath().getParent().resolve("docs/api/client.json");
    return JSON.readTree(Files.readString(file))
        .at(reply + "/content/application~1json/example")
        .toString();
  }
}
