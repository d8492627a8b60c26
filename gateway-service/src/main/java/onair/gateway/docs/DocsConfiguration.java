package onair.gateway.docs;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import onair.gateway.door.Site;
import onair.gateway.route.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The beans that describe the API. */
@Configuration(proxyBeanMethods = false)
public class DocsConfiguration {
  private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  @Bean
  ApiDescription apiDescription(JsonMapper json, Site site, ServiceClients services, Ticker ticker)
      throws IOException {
    try (InputStream own = new ClassPathResource("docs/openapi.json").getInputStream()) {
      return new ApiDescription(json.readTree(own), site, services, ticker);
    }
  }

  @Bean
  RouterFunction<ServerResponse> docsRoutes(ApiDescription description) throws IOException {
    var webjar = new Properties();
    try (InputStream properties = new ClassPathResource(SWAGGER_UI).getInputStream()) {
      webjar.load(properties);
    }
    return new DocsRoutes(description, webjar.getProperty("version")).routes();
  }
}
