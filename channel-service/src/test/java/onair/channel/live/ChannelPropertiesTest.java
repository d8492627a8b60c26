package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import onair.channel.srt.PortRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ChannelPropertiesTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withUserConfiguration(Bound.class)
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class));

  @Configuration
  @EnableConfigurationProperties(ChannelProperties.class)
  static class Bound {}

  @Test
  void hasTheseDefaults() {
    context
        .withPropertyValues("onair.channel.secret-key=" + KEY)
        .run(
            started -> {
              ChannelProperties properties = started.getBean(ChannelProperties.class);
              assertThat(properties)
                  .isEqualTo(
                      new ChannelProperties(
                          KEY,
                          null,
                          null,
                          null,
                          false,
                          Duration.ofSeconds(60),
                          Duration.ofHours(1),
                          Duration.ofSeconds(10),
                          new ChannelProperties.Ingest(
                              null, null, new PortRange(20000, 20999), List.of("0.0.0.0/0")),
                          new ChannelProperties.Deadlines(
                              Duration.ofMinutes(10),
                              Duration.ofMinutes(10),
                              Duration.ofMinutes(15)),
                          new ChannelProperties.Watch(
                              Duration.ofSeconds(2),
                              Duration.ofSeconds(5),
                              Duration.ofSeconds(30),
                              Duration.ofSeconds(60),
                              Duration.ofSeconds(1))));
              assertThat(properties.encoderRoleArn("111122223333"))
                  .isEqualTo("arn:aws:iam::111122223333:role/MediaLiveAccessRole");
              assertThat(properties.flowRoleArn("111122223333"))
                  .isEqualTo("arn:aws:iam::111122223333:role/MediaConnectAccessRole");
              assertThat(properties.keyRoleArn("111122223333"))
                  .isEqualTo("arn:aws:iam::111122223333:role/MediaPackageSpekeRole");
            });
  }

  @Test
  void everyKeyCanBeSet() {
    context
        .withPropertyValues(
            "onair.channel.secret-key=" + KEY,
            "onair.channel.encoder-role-arn=arn:aws:iam::1:role/Mine",
            "onair.channel.flow-role-arn=arn:aws:iam::1:role/Ours",
            "onair.channel.key-role-arn=arn:aws:iam::1:role/Keys",
            "onair.channel.force-mediastore=true",
            "onair.channel.ingest.srt-host=srt.example.com",
            "onair.channel.ingest.srt-ports=7000-7009",
            "onair.channel.manifest-window=2m",
            "onair.channel.idle-retention=5m",
            "onair.channel.alert-grace=3s",
            "onair.channel.ingest.rtmp-url=rtmps://ingest.example.com/live",
            "onair.channel.ingest.cidrs=203.0.113.0/24,198.51.100.7/32",
            "onair.channel.deadlines.start=1m",
            "onair.channel.deadlines.stop=2m",
            "onair.channel.deadlines.delete=3m",
            "onair.channel.watch.transitional=1s",
            "onair.channel.watch.waiting=2s",
            "onair.channel.watch.live=3s",
            "onair.channel.watch.resting=4s",
            "onair.channel.watch.listing-age=100ms")
        .run(
            started ->
                assertThat(started.getBean(ChannelProperties.class))
                    .isEqualTo(
                        new ChannelProperties(
                            KEY,
                            "arn:aws:iam::1:role/Mine",
                            "arn:aws:iam::1:role/Ours",
                            "arn:aws:iam::1:role/Keys",
                            true,
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(3),
                            new ChannelProperties.Ingest(
                                URI.create("rtmps://ingest.example.com/live"),
                                "srt.example.com",
                                new PortRange(7000, 7009),
                                List.of("203.0.113.0/24", "198.51.100.7/32")),
                            new ChannelProperties.Deadlines(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3)),
                            new ChannelProperties.Watch(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofMillis(100)))));
  }

  @Test
  void theEnvironmentReachesKeysWithDashes() {
    context
        .withInitializer(
            started ->
                started
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "systemEnvironment",
                            Map.of(
                                "ONAIR_CHANNEL_SECRET_KEY",
                                KEY,
                                "ONAIR_CHANNEL_INGEST_RTMP_URL",
                                "rtmp://127.0.0.1:1935/live"))))
        .run(
            started ->
                assertThat(started.getBean(ChannelProperties.class).ingest().rtmpUrl())
                    .isEqualTo(URI.create("rtmp://127.0.0.1:1935/live")));
  }

  @ParameterizedTest
  @CsvSource({
    "onair.channel.secret-key=c2hvcnQ=, onair.channel.secret-key must be 32 bytes in base64",
    "onair.channel.secret-key=, onair.channel.secret-key must be 32 bytes in base64",
    "onair.channel.manifest-window=5s, onair.channel.manifest-window must be 30s to 15m",
    "onair.channel.idle-retention=0s, onair.channel.idle-retention must be longer than nothing",
    "onair.channel.deadlines.start=-1s, deadlines.start must be longer than nothing",
    "onair.channel.watch.waiting=0s, watch.waiting must be longer than nothing",
    "onair.channel.ingest.rtmp-url=http://x, onair.channel.ingest.rtmp-url must be like rtmp://",
    "onair.channel.ingest.srt-ports=20000, ports must be like 20000-20999",
    "onair.channel.ingest.srt-ports=80-90, 'ports must be like 20000-20999, from 1024'",
    "onair.channel.ingest.cidrs=anywhere, must be like 203.0.113.0/24",
  })
  void aBadValueFailsTheStartWithAReadableMessage(String property, String message) {
    context
        .withPropertyValues("onair.channel.secret-key=" + KEY, property)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .satisfies(
                        failure ->
                            assertThat(messages(failure))
                                .anyMatch(text -> text.contains(message))));
  }

  @Test
  void doesNotShowTheSecret() {
    context
        .withPropertyValues("onair.channel.secret-key=" + KEY)
        .run(
            started ->
                assertThat(started.getBean(ChannelProperties.class).toString())
                    .doesNotContain(KEY));
  }

  private static List<String> messages(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(String::valueOf)
        .toList();
  }
}
