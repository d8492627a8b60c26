package onair.account.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Wiring of the audit log. */
@Configuration(proxyBeanMethods = false)
public class AuditLogConfiguration {

  @Bean
  AuditStore auditStore(JdbcClient jdbc, JsonMapper json) {
    return new AuditStore(jdbc, json);
  }

  @Bean
  AuditListener auditListener(AuditStore entries, JsonMapper json) {
    return new AuditListener(entries, json);
  }

  @Bean
  AuditController auditController(AuditStore entries) {
    return new AuditController(entries);
  }
}
