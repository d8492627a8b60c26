package onair.vod;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.InstantSource;
import onair.common.audit.AuditConfiguration;
import onair.common.aws.AwsConfiguration;
import onair.common.event.EventConfiguration;
import onair.common.idempotency.IdempotencyConfiguration;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.security.ServiceSecurityConfiguration;
import onair.common.web.WebConfiguration;
import onair.vod.asset.AssetCommands;
import onair.vod.asset.AssetConfiguration;
import onair.vod.caption.CaptionConfiguration;
import onair.vod.delivery.ViewerAddresses;
import onair.vod.mediaconvert.MediaConvertConfiguration;
import onair.vod.mediapackage.MediaPackageConfiguration;
import onair.vod.recording.ClipListener;
import onair.vod.recording.SessionListener;
import onair.vod.s3.S3Configuration;
import onair.vod.storage.StorageConfiguration;
import onair.vod.upload.UploadConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vod service, all of it. */
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
  S3Configuration.class,
  MediaConvertConfiguration.class,
  MediaPackageConfiguration.class,
  StorageConfiguration.class,
  AssetConfiguration.class,
  CaptionConfiguration.class,
  UploadConfiguration.class
})
@OpenAPIDefinition(
    info =
        @Info(
            title = "OnAir video on demand",
            version = "v1",
            description = "Uploads, assets and their transcoding."))
public class VodService {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  ViewerAddresses viewerAddresses(JdbcClient jdbc) {
    return new ViewerAddresses(jdbc);
  }

  @Bean
  SessionListener sessionListener(AssetCommands assets, JdbcClient jdbc) {
    return new SessionListener(assets, jdbc);
  }

  @Bean
  ClipListener clipListener(AssetCommands assets, JdbcClient jdbc) {
    return new ClipListener(assets, jdbc);
  }

  public static void main(String[] arguments) {
    SpringApplication.run(VodService.class, arguments);
  }
}
