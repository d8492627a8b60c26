package onair.account.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Providers people can sign in at.
 *
 * @param publicUrl the gateway's address as browsers know it, {@code https://onair.example}; a
 *     provider sends people back to {@code /session/oidc/<id>/callback} there
 * @param timeout how long a provider may take for each of our calls
 * @param away how long somebody may stay at the provider to sign in
 * @param providers by an id of small letters, digits and dashes, which is part of the address
 *     people come back to; none by default
 */
@ConfigurationProperties("onair.account.oidc")
record OidcProperties(
    @Nullable URI publicUrl,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("10m") Duration away,
    @Nullable Map<String, Provider> providers) {

  private static final String PREFIX = "onair.account.oidc.";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  OidcProperties {
    providers = providers == null ? Map.of() : new TreeMap<>(providers);
    require(timeout.isPositive(), "timeout must be longer than nothing, not " + timeout);
    require(away.isPositive(), "away must be longer than nothing, not " + away);
    if (!providers.isEmpty()) {
      require(publicUrl != null, "public-url is needed to come back to");
      requireSafe(publicUrl, "public-url");
    }
    providers.forEach(
        (id, provider) -> {
          require(id.matches("[a-z0-9-]{1,40}"), "providers." + id + " is no id");
          provider.check("providers." + id + ".");
        });
  }

  /**
   * One provider.
   *
   * @param name as people know it
   * @param issuer its issuer, under which its {@code /.well-known/openid-configuration} is
   * @param clientId what it knows us as
   * @param clientSecret what we prove that with; never printed
   * @param scopes what we ask it for; {@code openid} and {@code email} are needed
   * @param linkByEmail whether somebody whose email the provider says it has verified is the member
   *     with that email; otherwise only who accepted an invitation there can sign in there
   */
  record Provider(
      @Nullable String name,
      @Nullable URI issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue({"openid", "email"}) List<String> scopes,
      @DefaultValue("true") boolean linkByEmail) {

    private void check(String path) {
      requireSafe(issuer, path + "issuer");
      require(!clientId.isBlank(), path + "client-id is needed");
      require(!clientSecret.isBlank(), path + "client-secret is needed");
      require(scopes.contains("openid"), path + "scopes must hold openid");
    }

    @Override
    public String toString() {
      return "Provider[%s, %s, %s, …]".formatted(name, issuer, clientId);
    }
  }

  /** Over TLS, except on this machine. */
  private static void requireSafe(@Nullable URI address, String name) {
    require(
        address != null
            && address.getHost() != null
            && address.getRawUserInfo() == null
            && address.getRawQuery() == null
            && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                    && THIS_MACHINE.contains(address.getHost()))),
        name + " must be an https address, not " + address);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(PREFIX + otherwise);
    }
  }
}
