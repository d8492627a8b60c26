package onair.account.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The configured providers. What one says about itself is asked when somebody first goes there, and
 * again after a failure, so that one that is down keeps nobody else out.
 */
final class Providers {

  private final OidcProperties properties;
  private final Map<String, OidcProperties.Provider> configured;
  private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

  Providers(OidcProperties properties) {
    this.properties = properties;
    this.configured = properties.providers() == null ? Map.of() : properties.providers();
  }

  /** A provider as a sign-in page offers it. */
  record Offered(String id, String name) {}

  List<Offered> offered() {
    return configured.entrySet().stream()
        .map(one -> new Offered(one.getKey(), name(one.getKey(), one.getValue())))
        .toList();
  }

  /**
   * @throws Problem 404
   */
  OidcProperties.Provider find(String id) {
    OidcProperties.Provider provider = configured.get(id);
    if (provider == null) {
      throw Problems.notFound("provider", id);
    }
    return provider;
  }

  /**
   * @throws Problem 404, 503 {@code provider_unavailable}
   */
  ClientRegistration registration(String id) {
    OidcProperties.Provider provider = find(id);
    try {
      return known.computeIfAbsent(id, unknown -> ask(id, provider));
    } catch (IllegalArgumentException | IllegalStateException noAnswer) {
      throw OidcProblems.unavailable(noAnswer);
    }
  }

  private ClientRegistration ask(String id, OidcProperties.Provider provider) {
    return ClientRegistrations.fromOidcIssuerLocation(String.valueOf(provider.issuer()))
        .registrationId(id)
        .clientId(provider.clientId())
        .clientSecret(provider.clientSecret())
        .clientName(name(id, provider))
        .scope(provider.scopes())
        .redirectUri(comeBack(id))
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private String comeBack(String id) {
    URI site = URI.create(String.valueOf(properties.publicUrl()));
    return site.resolve("/session/oidc/" + id + "/callback").toString();
  }

  private static String name(String id, OidcProperties.Provider provider) {
    return provider.name() == null ? id : provider.name();
  }
}
