package onair.account.oidc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import onair.common.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Spring Security's side of the protocol, with time limits: changes a code for tokens, checks the
 * ID token (signature by the provider's keys, issuer, audience, time, nonce) and asks who it is.
 */
final class ProviderClient {

  private static final Logger log = LoggerFactory.getLogger(ProviderClient.class);

  private final OidcAuthorizationCodeAuthenticationProvider exchange;
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
  private final RestTemplate http;

  ProviderClient(Duration timeout) {
    var factory =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(timeout).build());
    factory.setReadTimeout(timeout);
    this.http = new RestTemplate(factory);
    var strict = new RestTemplate(factory);
    strict.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(factory)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    var people = new DefaultOAuth2UserService();
    people.setRestOperations(strict);
    var users = new OidcUserService();
    users.setOauth2UserService(people);
    this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
    this.exchange.setJwtDecoderFactory(
        provider ->
            decoders.computeIfAbsent(provider.getRegistrationId(), id -> decoder(provider)));
  }

  /**
   * Who came back.
   *
   * @throws Problem 401 {@code oidc_refused}, 503 {@code provider_unavailable}
   */
  OidcUser whoIs(ClientRegistration provider, OAuth2AuthorizationExchange asked) {
    try {
      var known = exchange.authenticate(new OAuth2LoginAuthenticationToken(provider, asked));
      if (known != null && known.getPrincipal() instanceof OidcUser user) {
        return user;
      }
      throw OidcProblems.refused("The provider does not say who you are.");
    } catch (OAuth2AuthenticationException refused) {
      if (isSilence(refused)) {
        throw OidcProblems.unavailable(refused);
      }
      // The caller is not told why; whoever set the provider up must be.
      log.warn(
          "Nobody was signed in by the provider {}: {}",
          provider.getRegistrationId(),
          refused.getError().getErrorCode());
      throw OidcProblems.refused("What the provider said about you is not acceptable.");
    }
  }

  private static boolean isSilence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceAccessException) {
        return true;
      }
    }
    return false;
  }

  /** Signed with a key of a pair by one of the algorithms the provider names, never by less. */
  private JwtDecoder decoder(ClientRegistration provider) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri(), "jwks_uri"))
            .jwsAlgorithms(all -> all.addAll(algorithms(provider)))
            .restOperations(http)
            .build();
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(provider))));
    return decoder;
  }

  private static Set<SignatureAlgorithm> algorithms(ClientRegistration provider) {
    Object named =
        provider
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    Set<SignatureAlgorithm> usable =
        Arrays.stream(SignatureAlgorithm.values())
            .filter(
                algorithm ->
                    named instanceof Collection<?> names && names.contains(algorithm.getName()))
            .collect(Collectors.toSet());
    return usable.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : usable;
  }
}
