package onair.gateway.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.gateway.route.Service;
import onair.gateway.route.ServiceBreaker;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks account-service who a credential belongs to. Anything but a clear answer is 503 {@code
 * identity_unavailable}: when in doubt, the door stays shut. Where it has given no answer for a
 * while, it is not asked at all for a moment. The calls are listed in this package's description.
 */
final class Accounts {
  private static final Caller GATEWAY = Caller.service("gateway-service");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final WebClient http;
  private final ServiceTokens tokens;
  private final IdentityProperties properties;
  private final ServiceBreaker checks;
  private final ServiceBreaker signIns;

  /**
   * Asks by these two breakers.
   *
   * @param checks for what every request waits for
   * @param signIns for what is slow on purpose, or waits for somebody else
   */
  Accounts(
      WebClient http,
      ServiceTokens tokens,
      IdentityProperties properties,
      ServiceBreaker checks,
      ServiceBreaker signIns) {
    this.http = http;
    this.tokens = tokens;
    this.properties = properties;
    this.checks = checks;
    this.signIns = signIns;
  }

  /** Who an API key or session stands for; empty when it is not valid. */
  Mono<Optional<Caller>> verify(Credential credential) {
    return switch (credential) {
      case Credential.ApiKey key ->
          verify("/internal/credentials/verify", "credential", key.value(), KeyOwner.class)
              .map(owner -> owner.map(KeyOwner::caller));
      case Credential.Session session ->
          describe(session).map(view -> view.map(SessionView::caller));
    };
  }

  /** All there is to know about a session; empty when it has ended. */
  Mono<Optional<SessionView>> describe(Credential.Session session) {
    return verify("/internal/sessions/verify", "session", session.value(), SessionView.class);
  }

  /** Opens a session; 401 {@code sign_in_refused} when email and password do not match. */
  Mono<OpenedSession> open(SignIn signIn, Visitor visitor) {
    return post("/internal/sessions", signIn)
        .headers(visitor::tell)
        .exchangeToMono(
            answer ->
                switch (answer.statusCode().value()) {
                  case 200, 201 -> answer.bodyToMono(OpenedSession.class);
                  case 401, 404, 422 -> refuse(answer, IdentityProblems.signInRefused());
                  case 429 -> refuse(answer, IdentityProblems.tooManySignIns(retryAfter(answer)));
                  default -> answer.createError();
                })
        .transform(this::signedIn);
  }

  /** Makes a member of somebody who was invited, and opens a session. */
  Mono<OpenedSession> accept(Acceptance acceptance, Visitor visitor) {
    return ask("/internal/sessions/by-invitation", acceptance, visitor, OpenedSession.class);
  }

  /** The providers people can sign in at, as they are shown. */
  Mono<JsonNode> providers() {
    return authorized(http.get().uri("/internal/oidc"))
        .exchangeToMono(
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer.bodyToMono(JsonNode.class)
                    : answer.createError())
        .transform(this::checked);
  }

  /** Where to send somebody who wants to sign in at a provider. */
  Mono<Departure> leave(String provider, Map<String, String> leaving, Visitor visitor) {
    return ask("/internal/oidc/" + provider + "/leave", leaving, visitor, Departure.class);
  }

  /** Opens a session for somebody a provider sent back. */
  Mono<OpenedSession> comeBack(String provider, Map<String, String> back, Visitor visitor) {
    return ask("/internal/oidc/" + provider + "/come-back", back, visitor, OpenedSession.class);
  }

  private <T> Mono<T> ask(String path, Object body, Visitor visitor, Class<T> type) {
    return post(path, body)
        .headers(visitor::tell)
        .exchangeToMono(
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer.bodyToMono(type)
                    : Refusal.<T>passOn(answer))
        .transform(this::signedIn);
  }

  /** Ends a session; nothing happens when there is none. */
  Mono<Void> end(Credential.Session session, Visitor visitor) {
    return post("/internal/sessions/end", Map.of("session", session.value()))
        .headers(visitor::tell)
        .exchangeToMono(
            answer ->
                answer.statusCode().is2xxSuccessful() || answer.statusCode().value() == 404
                    ? answer.releaseBody().thenReturn(true)
                    : answer.createError())
        .transform(this::checked)
        .then();
  }

  private <T> Mono<Optional<T>> verify(String path, String name, String value, Class<T> type) {
    return post(path, Map.of(name, value))
        .exchangeToMono(
            answer ->
                switch (answer.statusCode().value()) {
                  case 200 -> answer.bodyToMono(type).map(Optional::of);
                  case 404 -> answer.releaseBody().thenReturn(Optional.<T>empty());
                  default -> answer.createError();
                })
        .transform(this::checked);
  }

  private WebClient.RequestHeadersSpec<?> post(String path, Object body) {
    return authorized(
        http.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body));
  }

  private WebClient.RequestHeadersSpec<?> authorized(WebClient.RequestHeadersSpec<?> request) {
    return request.header(
        HttpHeaders.AUTHORIZATION, "Bearer " + tokens.tokenFor(Service.ACCOUNT, GATEWAY));
  }

  private <T> Mono<T> checked(Mono<T> answer) {
    return certain(answer, properties.checkTimeout(), checks);
  }

  private <T> Mono<T> signedIn(Mono<T> answer) {
    return certain(answer, properties.signInTimeout(), signIns);
  }

  private static <T> Mono<T> certain(Mono<T> answer, Duration within, ServiceBreaker breaker) {
    return answer
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("account-service said nothing")))
        .timeout(within)
        .transform(breaker::around)
        .onErrorMap(e -> e instanceof Problem ? e : IdentityProblems.unavailable(e));
  }

  private static <T> Mono<T> refuse(ClientResponse answer, Problem problem) {
    return answer.releaseBody().then(Mono.error(problem));
  }

  private static Duration retryAfter(ClientResponse answer) {
    String seconds = answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return Objects.requireNonNullElse(seconds, "").matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(Objects.requireNonNull(seconds)))
        : A_MINUTE;
  }
}
