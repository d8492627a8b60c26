package onair.test.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import onair.test.TestApi;
import onair.test.TestTokens;

/** The smallest service there is, with a flaw or none. */
final class ThingService implements AutoCloseable {

  enum Flaw {
    NONE,
    FAILS,
    TELLS_NO_PROBLEM,
    ANSWERS_ANOTHER_STATUS,
    HAS_ANOTHER_FIELD,
    LACKS_A_FIELD,
    SHOWS_WHAT_IS_OTHERS,
    FORGETS_THE_SCOPE,
    NAMES_ANOTHER_SCOPE,
    LETS_ANYBODY_IN,
    TAKES_ANY_VERSION
  }

  private static final String DOCUMENT =
      """
      {"openapi": "3.1.0", "paths": {"/v1/things/{id}": {"get": {
        "operationId": "getThing", "x-scope": "things:read",
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {
          "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
          "401": {"$ref": "#/components/responses/Failed"},
          "403": {"$ref": "#/components/responses/Failed"},
          "404": {"$ref": "#/components/responses/Failed"}}},
       "patch": {
        "operationId": "updateThing", "x-scope": "things:read",
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
          {"name": "If-Match", "in": "header", "schema": {"type": "string"}}],
        "responses": {
          "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
          "401": {"$ref": "#/components/responses/Failed"},
          "403": {"$ref": "#/components/responses/Failed"},
          "404": {"$ref": "#/components/responses/Failed"},
          "412": {"$ref": "#/components/responses/Failed"},
          "422": {"$ref": "#/components/responses/Failed"}}}}},
       "components": {
         "schemas": {
           "Thing": {"type": "object", "required": ["id", "name"],
             "properties": {"id": {"type": "string"}, "name": {"type": ["string", "null"]}}},
           "Problem": {"type": "object", "required": ["status", "code"]}},
         "responses": {"Failed": {"content": {"application/problem+json": {
           "schema": {"$ref": "#/components/schemas/Problem"}}}}}}}
      """;

  private final Flaw flaw;
  private final HttpServer http;

  ThingService(Flaw flaw) {
    this.flaw = flaw;
    try {
      this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    http.createContext("/", this::answer);
    http.start();
  }

  TestApi client() {
    return TestApi.at(http.getAddress().getPort());
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    if (path.equals("/v3/api-docs")) {
      send(call, 200, "application/json", DOCUMENT);
      return;
    }
    Optional<JWTClaimsSet> token = token(call);
    if (token.isEmpty() && flaw != Flaw.LETS_ANYBODY_IN) {
      call.getResponseHeaders().add("WWW-Authenticate", "Bearer");
      fail(call, 401, "unauthorized");
    } else if (!mayRead(token) && flaw != Flaw.FORGETS_THE_SCOPE) {
      fail(call, 403, "scope_missing");
    } else if (!path.equals("/v1/things/thg_1") || !isOurs(token)) {
      fail(call, 404, "not_found");
    } else if (call.getRequestMethod().equals("PATCH") && call.getRequestURI().getQuery() != null) {
      fail(call, 422, "validation_failed");
    } else if (!isOfThisVersion(call) && flaw != Flaw.TAKES_ANY_VERSION) {
      fail(call, 412, "precondition_failed");
    } else {
      show(call);
    }
  }

  private static boolean isOfThisVersion(HttpExchange call) {
    String version = call.getRequestHeaders().getFirst("If-Match");
    return version == null || version.equals("\"1\"");
  }

  private void show(HttpExchange call) throws IOException {
    switch (flaw) {
      case FAILS -> fail(call, 500, "internal_error");
      case ANSWERS_ANOTHER_STATUS -> fail(call, 409, "busy");
      case HAS_ANOTHER_FIELD ->
          send(call, 200, "application/json", "{\"id\":\"thg_1\",\"name\":null,\"secret\":1}");
      case LACKS_A_FIELD -> send(call, 200, "application/json", "{\"id\":\"thg_1\"}");
      default -> send(call, 200, "application/json", "{\"id\":\"thg_1\",\"name\":null}");
    }
  }

  private void fail(HttpExchange call, int status, String code) throws IOException {
    if (flaw == Flaw.TELLS_NO_PROBLEM) {
      send(call, status, "text/html", "<h1>Oh no</h1>");
      return;
    }
    String scope = flaw == Flaw.NAMES_ANOTHER_SCOPE ? "things:write" : "things:read";
    send(
        call,
        status,
        "application/problem+json",
        "{\"status\":%d,\"code\":\"%s\",\"scope\":\"%s\",\"request_id\":\"req_1\"}"
            .formatted(status, code, scope));
  }

  private static void send(HttpExchange call, int status, String type, String body)
      throws IOException {
    call.getResponseHeaders().add("Content-Type", type);
    call.getResponseHeaders().add("ETag", "\"1\"");
    byte[] bytes = body.getBytes(UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  /** What a good token says; empty for any other. */
  private static Optional<JWTClaimsSet> token(HttpExchange call) {
    String header = call.getRequestHeaders().getFirst("Authorization");
    try {
      SignedJWT token = SignedJWT.parse(header == null ? "" : header.substring("Bearer ".length()));
      var signer = new ECDSAVerifier((ECPublicKey) TestTokens.shared().keys().getPublic());
      return Optional.of(token)
          .filter(one -> isSignedBy(signer, one))
          .map(ThingService::claims)
          .filter(claims -> claims.getAudience().contains("thing-service"))
          .filter(claims -> claims.getExpirationTime().after(new Date()));
    } catch (ParseException | JOSEException none) {
      return Optional.empty();
    }
  }

  private static boolean isSignedBy(ECDSAVerifier signer, SignedJWT token) {
    try {
      return token.verify(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet claims(SignedJWT token) {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean mayRead(Optional<JWTClaimsSet> token) {
    return token.stream()
        .flatMap(claims -> Stream.of(String.valueOf(claims.getClaim("scope")).split(" ")))
        .anyMatch(scope -> scope.equals("*") || scope.equals("things:read"));
  }

  private boolean isOurs(Optional<JWTClaimsSet> token) {
    return flaw == Flaw.SHOWS_WHAT_IS_OTHERS
        || flaw == Flaw.LETS_ANYBODY_IN
        || token.filter(claims -> "org_1".equals(claims.getClaim("org"))).isPresent();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
