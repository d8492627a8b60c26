package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;

class QuotaTest {

  private static final int DEFAULT = 5;

  @TempDir Path folder;

  @Test
  void defaultQuotasHoldWhenTheyAreSwitchedOn() throws Exception {
    try (MediaLive aws = MediaLive.withQuotas(folder)) {
      String group = aws.group();
      for (int i = 1; i < DEFAULT; i++) {
        aws.group();
      }
      assertThatThrownBy(aws::group)
          .isInstanceOf(TooManyRequestsException.class)
          .hasMessageContaining("Limit exceeded");
      for (int i = 0; i < DEFAULT; i++) {
        push(aws, group, "in-" + i);
      }
      assertThatThrownBy(() -> push(aws, group, "one-more"))
          .isInstanceOf(TooManyRequestsException.class);
      assertThatCode(
              () ->
                  aws.client.createInput(
                      i -> i.type(InputType.MP4_FILE).sources(s -> s.url("s3ssl://b/slate.mp4"))))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void nothingIsLimitedByDefault() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      for (int i = 0; i < DEFAULT + 1; i++) {
        aws.idleChannel("in-" + i);
      }
    }
  }

  private static void push(MediaLive aws, String group, String stream) {
    aws.client.createInput(
        i ->
            i.type(InputType.RTMP_PUSH)
                .inputSecurityGroups(group)
                .destinations(d -> d.streamName("live/" + stream)));
  }
}
