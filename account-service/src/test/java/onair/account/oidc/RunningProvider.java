package onair.account.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A provider people sign in at: Spring Authorization Server on a free port, which insists on PKCE.
 * It believes who people say they are; what it says of them in ID tokens is in the test's hand.
 */
final class RunningProvider implements AutoCloseable {

  static final String CLIENT_ID = "onair";
  static final String CLIENT_SECRET = "provider-client-secret-canary";

  private static final String PERSON = "Person";

  private final AnnotationConfigServletWebServerApplicationContext context;
  private final Vouching vouching;

  RunningProvider(String comeBack) {
    this.context = new AnnotationConfigServletWebServerApplicationContext();
    this.vouching = new Vouching(comeBack);
    context.registerBean(Vouching.class, () -> vouching);
    context.register(Server.class);
    context.refresh();
  }

  String issuer() {
    return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** Somebody with this email. */
  void vouchFor(String username, String email, boolean verified) {
    vouching.emails.put(username, Map.of("email", email, "email_verified", verified));
  }

  /** Changes the next ID tokens beyond what is true. */
  void lies(Consumer<JwtClaimsSet.Builder> lie) {
    vouching.lie = lie;
  }

  /**
   * What a browser does when it is sent there and its person signs in: the address it is sent back
   * to.
   */
  URI signIn(String location, String username) {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          send(
              browser,
              HttpRequest.newBuilder(URI.create(location)).header(PERSON, username).build());
      return answer
          .headers()
          .firstValue("Location")
          .map(URI::create)
          .orElseThrow(() -> new AssertionError(answer + " " + answer.headers().map()));
    }
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
    try {
      return browser.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** What it says of people. */
  static final class Vouching implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final String comeBack;
    private final Map<String, Map<String, Object>> emails = new ConcurrentHashMap<>();
    private volatile Consumer<JwtClaimsSet.Builder> lie = claims -> {};

    Vouching(String comeBack) {
      this.comeBack = comeBack;
    }

    @Override
    public void customize(JwtEncodingContext token) {
      if (token.getTokenType().getValue().equals("id_token")) {
        var claims = new LinkedHashMap<String, Object>();
        claims.putAll(emails.getOrDefault(token.getPrincipal().getName(), Map.of()));
        claims.forEach((name, value) -> token.getClaims().claim(name, value));
        lie.accept(token.getClaims());
      }
    }
  }

  /** The server itself. */
  @EnableWebMvc
  @EnableWebSecurity
  @Configuration(proxyBeanMethods = false)
  static class Server {

    @Bean
    TomcatServletWebServerFactory web() {
      return new TomcatServletWebServerFactory("", 0);
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
      return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean security() {
      return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .csrf(csrf -> csrf.disable())
          .addFilterAfter(Server::person, SecurityContextHolderFilter.class)
          .build();
    }

    @Bean
    RegisteredClientRepository clients(Vouching vouching) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("1")
              .clientId(CLIENT_ID)
              .clientSecret("{noop}" + CLIENT_SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(vouching.comeBack)
              .scope("openid")
              .scope("email")
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    /** Everybody is who they say they are. */
    private static void person(ServletRequest request, ServletResponse response, FilterChain next)
        throws IOException, ServletException {
      String name = ((HttpServletRequest) request).getHeader(PERSON);
      if (name != null) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    name,
                    null,
                    List.of(
                        FactorGrantedAuthority.fromAuthority(
                            FactorGrantedAuthority.PASSWORD_AUTHORITY))));
      }
      next.doFilter(request, response);
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
      RSAKey key = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID("1").generate();
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }
  }
}
