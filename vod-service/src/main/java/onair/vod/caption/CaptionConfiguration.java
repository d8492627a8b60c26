package onair.vod.caption;

import java.time.InstantSource;
import onair.common.event.Outbox;
import onair.vod.asset.AssetCommands;
import onair.vod.delivery.ViewerAddresses;
import onair.vod.storage.StoredObjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of captions are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class CaptionConfiguration {

  @Bean
  CaptionStore captionStore(JdbcClient jdbc) {
    return new CaptionStore(jdbc);
  }

  @Bean
  CaptionCommands captionCommands(
      AssetCommands assets,
      CaptionStore captions,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new CaptionCommands(assets, captions, transactions, clock);
  }

  @Bean
  CaptionController captionController(
      CaptionCommands commands,
      CaptionStore captions,
      AssetCommands assets,
      ViewerAddresses addresses) {
    return new CaptionController(commands, captions, assets, addresses);
  }

  @Bean
  Captioning captioning(
      CaptionStore captions,
      Outbox outbox,
      StoredObjects objects,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Captioning(
        captions,
        new CaptionLedger(captions, new CaptionEvents(outbox), transactions, clock),
        objects);
  }
}
