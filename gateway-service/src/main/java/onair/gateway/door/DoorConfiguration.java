package onair.gateway.door;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorProperties.class)
public class DoorConfiguration {

  @Bean
  Site site(DoorProperties properties) {
    return Site.at(properties.publicUrl());
  }

  @Bean
  ClientAddresses clientAddresses(DoorProperties properties) {
    return new ClientAddresses(properties);
  }

  @Bean
  RequestIds requestIds() {
    return new RequestIds();
  }

  @Bean
  BrowserRules browserRules(DoorProperties properties, Site site) {
    return new BrowserRules(properties, site);
  }

  @Bean
  RequestLineGuard requestLineGuard() {
    return new RequestLineGuard();
  }

  @Bean
  ForeignPages foreignPages(DoorProperties properties, Site site) {
    return new ForeignPages(properties, site);
  }

  @Bean
  BodyLimit bodyLimit(DoorProperties properties, HttpClientProperties services) {
    properties.requireBodiesBefore(services.getResponseTimeout());
    return new BodyLimit(properties);
  }

  @Bean
  ProblemAnswers problemAnswers(JsonMapper json) {
    return new ProblemAnswers(json);
  }

  @Bean
  NettyServerCustomizer wire(JsonMapper json, DoorProperties properties, InstantSource clock) {
    var errors = new WireErrors(json);
    var slow = new SlowRequests(properties, errors);
    var date = new ServerDate(clock);
    return server -> date.install(slow.install(errors.install(server)));
  }
}
