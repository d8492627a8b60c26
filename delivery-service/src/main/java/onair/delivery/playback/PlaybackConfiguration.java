package onair.delivery.playback;

import java.time.InstantSource;
import onair.delivery.distribution.ServedPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of playback. */
@Configuration(proxyBeanMethods = false)
public class PlaybackConfiguration {

  @Bean
  PlaybackStore playbackStore(JdbcClient jdbc) {
    return new PlaybackStore(jdbc);
  }

  @Bean
  PlayableListener playableListener(PlaybackStore store) {
    return new PlayableListener(store);
  }

  @Bean
  AdRouteListener adRouteListener(PlaybackStore store) {
    return new AdRouteListener(store);
  }

  @Bean
  Playbacks playbacks(PlaybackStore store, ServedPaths paths, ObjectProvider<InstantSource> clock) {
    return new Playbacks(store, paths, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  PlaybackController playbackController(Playbacks playbacks) {
    return new PlaybackController(playbacks);
  }

  @Bean
  ViewerController viewerController(PlaybackStore store, Playbacks playbacks) {
    return new ViewerController(new ViewerPlaybacks(store, playbacks));
  }
}
