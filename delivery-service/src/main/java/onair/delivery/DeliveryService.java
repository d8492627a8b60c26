package onair.delivery;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import onair.common.audit.AuditConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import onair.delivery.cloudfront.CloudFrontConfiguration;
import onair.delivery.distribution.DistributionConfiguration;
import onair.delivery.playback.PlaybackConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The delivery service, all of it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  WebConfiguration.class,
  ServiceSecurityConfiguration.class,
  AwsConfiguration.class,
  ReconcileConfiguration.class,
  EventConfiguration.class,
  AuditConfiguration.class,
  CloudFrontConfiguration.class,
  DistributionConfiguration.class,
  PlaybackConfiguration.class
})
@OpenAPIDefinition(
    info =
        @Info(
            title = "OnAir delivery",
            version = "v1",
            description = "Playback addresses and the CDN behind them."))
public class DeliveryService {

  public static void main(String[] arguments) {
    SpringApplication.run(DeliveryService.class, arguments);
  }
}
