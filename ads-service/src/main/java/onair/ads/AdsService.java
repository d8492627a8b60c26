package onair.ads;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import onair.ads.adbreak.AdBreakConfiguration;
import onair.ads.beacon.BeaconConfiguration;
import onair.ads.campaign.CampaignConfiguration;
import onair.ads.content.ContentConfiguration;
import onair.ads.creative.CreativeConfiguration;
import onair.ads.decision.DecisionConfiguration;
import onair.ads.mediatailor.TailorConfiguration;
import onair.ads.placement.PlacementConfiguration;
import onair.ads.report.ReportConfiguration;
import onair.common.audit.AuditConfiguration;
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
  AuditConfiguration.class,
  IdempotencyConfiguration.class,
  AdsConfiguration.class,
  TailorConfiguration.class,
  ContentConfiguration.class,
  CreativeConfiguration.class,
  CampaignConfiguration.class,
  PlacementConfiguration.class,
  DecisionConfiguration.class,
  BeaconConfiguration.class,
  AdBreakConfiguration.class,
  ReportConfiguration.class
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
