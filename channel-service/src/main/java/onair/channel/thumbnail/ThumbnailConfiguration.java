package onair.channel.thumbnail;

import onair.channel.live.ChannelDirectory;
import onair.channel.parts.EncoderPictures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the classes of thumbnails are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class ThumbnailConfiguration {

  @Bean
  ThumbnailController thumbnailController(ChannelDirectory channels, EncoderPictures pictures) {
    return new ThumbnailController(channels, pictures);
  }
}
