package onair.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.api.ApiDocument;
import onair.test.api.DescribedApi;
import onair.test.api.DescribedOperation;
import onair.test.api.Fuzzer;
import onair.test.api.ReplyRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServerResponse;

/** Whether the gateway answers as is described: what it offers itself, and what it refuses. */
class DescriptionIT {
  private static final String SIGNED_IN =
      """
      {"organization_id":"org_1","organization_name":"Night Owls","subject":"mem_1",
       "email":"owner@example.com","scopes":["*"],"expires_at":"2099-01-01T00:00:00Z"}
      """;
  private static final String OPENED =
      "{\"session\":\"opened-0123456789\",\"expires_at\":\"2099-01-01T00:00:00Z\"}";

  private RunningGateway gateway;
  private TestApi client;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
    client = TestApi.at(gateway.port());
  }

  @Test
  void whatTheGatewayOffersItselfAnswersAsDescribed() {
    gateway.accountService.answers(this::answer);
    Fuzzer fuzzer =
        Fuzzer.of(
            whole(),
            client
                .patient()
                .with("X-OnAir-Csrf", "1")
                .with("Cookie", "onair_session=known-0123456789"),
            operation -> operation.path().startsWith("/session"),
            300);
    fuzzer.known().add("/session/oidc/{}", "/session/oidc/example");

    fuzzer.tryEach().report().mustBeClean();
  }

  private Publisher<Void> answer(FakeService.Asked asked, HttpServerResponse answer) {
    return switch (asked.uri()) {
      case "/internal/sessions", "/internal/sessions/by-invitation" ->
          FakeService.json(answer, 201, OPENED);
      case "/internal/sessions/verify" -> FakeService.json(answer, 200, SIGNED_IN);
      case "/internal/oidc" ->
          FakeService.json(answer, 200, "{\"data\":[{\"id\":\"example\",\"name\":\"Example\"}]}");
      case "/internal/oidc/example/leave" ->
          FakeService.json(
              answer,
              200,
              "{\"location\":\"https://login.example/\",\"browser\":\"b\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
      default ->
          asked.uri().startsWith("/internal/oidc/")
              ? FakeService.json(
                  answer,
                  404,
                  "{\"status\":404,\"code\":\"not_found\",\"title\":\"No such provider\"}")
              : gateway.accounts.answer(asked, answer);
    };
  }

  @Test
  void whatIsRefusedAtTheDoorIsAProblemWhateverIsAskedFor() {
    var wrong = new ArrayList<String>();
    for (DescribedOperation operation : whole().operations()) {
      String path = operation.template().replace("{}", "x");
      TestApi known = client.with("Authorization", "Bearer " + FakeAccounts.KEY);
      BodyPublisher none = BodyPublishers.noBody();
      String method = operation.method();
      expect(400, known.send(method, path + "/%2e%2e%2fx", none), operation, wrong);
      expect(400, known.send(method, path + "//x", none), operation, wrong);
      expect(405, known.send("PROPFIND", path, none), operation, wrong);
      Wire.Answer tooLarge = Wire.say(gateway.port(), tooLarge(method, path));
      if (tooLarge.status() != 413 || !tooLarge.isProblem()) {
        wrong.add(operation + ": to a body that is too large " + tooLarge);
      }
      expect(
          431, known.with("X-Long", "x".repeat(20_000)).send(method, path, none), operation, wrong);
      if (operation.path().startsWith("/v1/")) {
        expect(401, client.send(method, path, none), operation, wrong);
        String mistyped = FakeAccounts.KEY + "x";
        expect(
            401,
            client.with("Authorization", "Bearer " + mistyped).send(method, path, none),
            operation,
            wrong);
      }
    }
    for (String nowhere :
        List.of("/v1/nothing", "/v2/channels", "/internal/sessions", "/nothing")) {
      Reply reply = client.with("Authorization", "Bearer " + FakeAccounts.KEY).get(nowhere);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(ReplyRules.brokenByAny(reply)).isEmpty();
    }

    assertThat(wrong).isEmpty();
    assertThat(gateway.channels.asked()).as("nobody behind the door was asked").isEmpty();
  }

  /** It is answered before the body comes, so none is sent. */
  private static String tooLarge(String method, String path) {
    return Wire.get(path)
        .replaceFirst("GET", method)
        .replace("Host: gateway\r\n", "Host: gateway\r\nContent-Length: 1100000\r\n");
  }

  private static void expect(
      int status, Reply reply, DescribedOperation operation, List<String> wrong) {
    if (reply.status() != status) {
      wrong.add("%s: %d and not %d %s".formatted(operation, reply.status(), status, reply.text()));
    }
    ReplyRules.brokenByAny(reply).forEach(fault -> wrong.add(operation + ": " + fault));
  }

  private static DescribedApi whole() {
    return DescribedApi.of(ApiDocument.checkedIn("openapi").json());
  }
}
