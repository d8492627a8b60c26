package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.FlowFeeds;
import org.junit.jupiter.api.Test;

class FeedHubTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final FeedHub hub = new FeedHub();
  private final List<String> heard = new ArrayList<>();

  private final FlowFeeds.Listener listener =
      new FlowFeeds.Listener() {
        @Override
        public void connected() {
          heard.add("connected");
        }

        @Override
        public void packets(byte[] packets, long milliseconds) {
          heard.add("packets " + milliseconds);
        }

        @Override
        public void disconnected() {
          heard.add("disconnected");
        }
      };

  @Test
  void passesAStreamOn() {
    hub.listen(listener);
    packets(1);
    hub.begin();
    packets(2);
    hub.end();
    packets(3);
    assertThat(heard).containsExactly("connected", "packets 2", "disconnected");
  }

  @Test
  void anInterruptedStreamHasEndedForListeners() {
    hub.listen(listener);
    hub.begin();
    assertThat(hub.interrupt(LONG)).isTrue();
    packets(1);
    hub.begin();
    packets(2);
    hub.end();
    assertThat(heard).containsExactly("connected", "disconnected");
  }

  @Test
  void aStreamThatStillGoesOnAfterwardsBeginsAgain() {
    hub.listen(listener);
    hub.begin();
    hub.interrupt(Duration.ZERO);
    packets(1);
    packets(2);
    hub.end();
    assertThat(heard)
        .containsExactly(
            "connected", "disconnected", "connected", "packets 1", "packets 2", "disconnected");
  }

  @Test
  void whoListensMeanwhileHearsNothing() {
    hub.begin();
    hub.interrupt(LONG);
    hub.listen(listener);
    packets(1);
    assertThat(heard).isEmpty();
    assertThat(hub.isUnused()).isFalse();
  }

  @Test
  void whereNoStreamIsNoneIsInterrupted() {
    hub.listen(listener);
    assertThat(hub.interrupt(LONG)).isFalse();
    assertThat(heard).isEmpty();
  }

  private void packets(long milliseconds) {
    hub.packets(new byte[188], milliseconds);
  }
}
