package onair.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** HTTP clients for what the gateway itself asks of services, apart from the routed requests. */
public final class ServiceClients {
  private static final int CONNECT_TIMEOUT_MILLIS = 1000;
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  private final ServiceProperties services;
  private final CircuitBreakerRegistry breakers;
  private final HttpClient http;

  ServiceClients(ServiceProperties services, CircuitBreakerRegistry breakers) {
    this.services = services;
    this.breakers = breakers;
    this.http =
        HttpClient.create(
                ConnectionProvider.builder("own-calls")
                    .maxConnections(50)
                    .maxIdleTime(Duration.ofSeconds(10))
                    .pendingAcquireTimeout(Duration.ofSeconds(2))
                    .build())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
            .responseTimeout(Duration.ofSeconds(10));
  }

  /** A client whose paths start at the service's address. */
  public WebClient to(Service service) {
    return WebClient.builder()
        .baseUrl(services.of(service).toString())
        .clientConnector(new ReactorClientHttpConnector(http))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .build();
  }

  /**
   * The breaker for one kind of question to a service; the requests routed to it have another one.
   *
   * @param questions a word for them, for example {@code permits}
   */
  public ServiceBreaker breaker(Service service, String questions) {
    return new ServiceBreaker(breakers.circuitBreaker(service.audience() + "/" + questions));
  }
}
