package onair.common.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.ProblemWriter;
import onair.common.problem.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in only who carries a token the gateway signed for this service ({@code
 * spring.application.name}). Open to all are the health of the service and its API description.
 * {@code /internal/**} needs the scope {@value Caller#INTERNAL}; {@link RequiresScope} says what
 * else does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenVerifierProperties.class)
public class ServiceSecurityConfiguration {

  private static final String[] OPEN = {
    "/actuator/health",
    "/actuator/health/**",
    "/v3/api-docs",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml"
  };

  @Bean
  JwtDecoder internalTokenDecoder(
      TokenVerifierProperties properties, @Value("${spring.application.name}") String service) {
    return TokenVerifier.decoder(
        TokenKeys.in(properties.publicKey(), TokenKeys.READ_AGAIN_AFTER), service);
  }

  @Bean
  SecurityFilterChain serviceSecurity(
      HttpSecurity http, JwtDecoder decoder, ProblemWriter problems) {
    AuthenticationEntryPoint unknown =
        (request, response, failure) -> problems.write(unauthorized(failure), request, response);
    AccessDeniedHandler refused =
        (request, response, failure) ->
            problems.write(Problems.scopeMissing(Caller.INTERNAL), request, response);
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .anonymous(anonymous -> anonymous.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, OPEN)
                    .permitAll()
                    .requestMatchers("/internal/**")
                    .access((caller, request) -> new AuthorizationDecision(isInternal()))
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(
                        jwt ->
                            jwt.decoder(decoder)
                                .jwtAuthenticationConverter(
                                    token -> new CallerAuthentication(TokenVerifier.caller(token))))
                    .authenticationEntryPoint(unknown)
                    .accessDeniedHandler(refused))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(refused))
        .build();
  }

  @Bean
  WebMvcConfigurer callers() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor());
      }
    };
  }

  private static boolean isInternal() {
    return Callers.current().filter(caller -> caller.has(Caller.INTERNAL)).isPresent();
  }

  private static Problem unauthorized(Exception failure) {
    return failure instanceof InvalidBearerTokenException
        ? Problems.unauthorized("The token is not valid here, or not any more.")
            .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        : Problems.unauthorized("Send a token as Authorization: Bearer.");
  }
}
