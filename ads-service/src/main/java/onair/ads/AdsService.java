package onair.ads;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The ads service, all of it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  WebConfiguration.class,
  ServiceSecurityConfiguration.class,
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  IdempotencyConfiguration.class
})
@OpenAPIDefinition(
    info =
        @Info(
            title = "OnAir ads",
            version = "v1",
            description = "Campaigns, creatives, ad decisions and reports."))
public class AdsService {

  public static void main(String[] arguments) {
    SpringApplication.run(AdsService.class, arguments);
  }
}
