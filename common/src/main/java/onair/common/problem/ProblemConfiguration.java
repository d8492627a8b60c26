package onair.common.problem;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every failure of a service as {@code application/problem+json}. Comes with {@code
 * onair.common.web.WebConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

  @Bean
  ProblemTranslator problemTranslator(List<ProblemSource> sources) {
    var all = new ArrayList<>(sources);
    all.add(new DatabaseProblems());
    all.add(new SpringProblems());
    return new ProblemTranslator(all);
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  ProblemHandler problemHandler(ProblemTranslator translator, ProblemWriter writer) {
    return new ProblemHandler(translator, writer);
  }

  @Bean
  ProblemErrorController problemErrorController(
      ProblemTranslator translator, ProblemWriter writer) {
    return new ProblemErrorController(translator, writer);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemErrorValve() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
              }
            });
  }
}
