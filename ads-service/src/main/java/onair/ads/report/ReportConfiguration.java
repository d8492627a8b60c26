package onair.ads.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of reports. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

  @Bean
  ReportController reportController(JdbcClient jdbc) {
    return new ReportController(new ReportStore(jdbc));
  }

  @Bean
  BreakReportController breakReportController(JdbcClient jdbc) {
    return new BreakReportController(new BreakReportStore(jdbc));
  }

  @Bean
  FillReportController fillReportController(JdbcClient jdbc) {
    return new FillReportController(new FillReportStore(jdbc));
  }
}
