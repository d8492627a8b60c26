package onair.awslocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.awslocal.state.Codec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;

class SdkRowsTest {

  record Row(Scope scope, Channel channel, List<ChannelAlert> alerts, @Nullable Instant due) {}

  private static final Codec<Row> CODEC =
      SdkRows.codec(Row.class, List.of(Channel.class, ChannelAlert.class));

  @Test
  void readsBackWhatItWrote() {
    var row =
        new Row(
            new Scope("111122223333", "eu-west-1"),
            Channel.builder().id("1234567").state("IDLE").tags(Map.of("a", "b")).build(),
            List.of(ChannelAlert.builder().id("x").setTimestamp(Instant.EPOCH).build()),
            Instant.parse("2026-11-22T10:00:00.123456789Z"));

    assertThat(CODEC.read(CODEC.write(row))).isEqualTo(row);
  }

  @Test
  void anAbsentMemberStaysAbsent() {
    var row =
        new Row(new Scope("1", "r"), Channel.builder().build(), List.<ChannelAlert>of(), null);

    assertThat(CODEC.read(CODEC.write(row))).isEqualTo(row);
  }

  @Test
  void theFingerprintDependsOnValuesAndNotOnTheirOrderOrTheToken() {
    var tags = new java.util.LinkedHashMap<String, String>();
    tags.put("b", "2");
    tags.put("a", "1");
    var sorted = new java.util.TreeMap<>(tags);
    var request = CreateChannelRequest.builder().name("n").tags(tags).build();

    assertThat(fingerprint(request))
        .hasSize(64)
        .isEqualTo(fingerprint(request.toBuilder().tags(sorted).requestId("r").build()))
        .isNotEqualTo(fingerprint(request.toBuilder().name("m").build()));
  }

  private static String fingerprint(CreateChannelRequest request) {
    return Fingerprint.of(request, "RequestId");
  }
}
