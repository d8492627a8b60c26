package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.rtmp.FlvTag;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private static final byte[] KEYFRAME = {0x17, 1, 0};
  private static final byte[] PICTURE = {0x27, 1, 0};

  private final Mailbox mailbox = new Mailbox();
  private final Inlet inlet =
      new Inlet(
          new EncoderInput("a", new IngestPoint("live", "a"), null),
          true,
          true,
          mailbox,
          new Traffic());

  @Test
  void signalsComeInOrder() throws Exception {
    mailbox.post(new Signal.SenderCame(inlet));
    mailbox.offer(inlet, video(0, KEYFRAME));
    mailbox.post(new Signal.SenderLeft(inlet));

    assertThat(mailbox.take()).isInstanceOf(Signal.SenderCame.class);
    assertThat(mailbox.take()).isInstanceOf(Signal.Arrived.class);
    assertThat(mailbox.take()).isInstanceOf(Signal.SenderLeft.class);
  }

  @Test
  void framesBeyondSomeSecondsAreDroppedUpToAKeyframeThatFits() throws Exception {
    for (long time = 0; time <= 5_000; time += 100) {
      assertThat(mailbox.offer(inlet, video(time, time == 0 ? KEYFRAME : PICTURE))).isTrue();
    }
    assertThat(mailbox.offer(inlet, video(5_100, PICTURE))).as("the first dropped").isFalse();
    assertThat(mailbox.offer(inlet, video(5_200, KEYFRAME))).as("said once").isTrue();
    for (int i = 0; i < 51; i++) {
      mailbox.take();
    }
    mailbox.offer(inlet, video(5_300, PICTURE));
    mailbox.offer(inlet, video(5_400, KEYFRAME));

    Signal next = mailbox.take();

    assertThat(((Signal.Arrived) next).piece().milliseconds()).isEqualTo(5_400);
    assertThat(mailbox.dropped()).isEqualTo(3);
  }

  @Test
  void framesBeyondSomeMegabytesAreDroppedToo() {
    byte[] large = new byte[10 << 20];
    large[0] = 0x17;
    large[1] = 1;
    for (int i = 0; i < 10; i++) {
      mailbox.offer(inlet, video(i, large));
    }

    assertThat(mailbox.dropped()).isEqualTo(6);
  }

  @Test
  void stopOvertakesEverything() throws Exception {
    mailbox.offer(inlet, video(0, KEYFRAME));
    mailbox.stop();

    assertThat(mailbox.take()).isInstanceOf(Signal.Stop.class);
  }

  private static Piece video(long time, byte[] payload) {
    return new Piece.Tag(new FlvTag(FlvTag.Kind.VIDEO, time, payload));
  }
}
