package onair.awslocal.media.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onair.awslocal.media.IngestPoint;
import org.junit.jupiter.api.Test;

class IngestTest {

  private static final IngestPoint POINT = new IngestPoint("live", "name");
  private static final byte[] AVC_HEADER = {0x17, 0, 0, 0, 0, 1};
  private static final byte[] AAC_HEADER = {(byte) 0xAF, 0, 0x12, 0x10};
  private static final byte[] PICTURE = {0x27, 1, 0, 0, 0, 2};

  private final Ingests ingests = new Ingests();
  private final Recorder listener = new Recorder();
  private final AtomicInteger disconnects = new AtomicInteger();

  @Test
  void admitsAPublisherOnlyWhileThePointIsOpen() throws Exception {
    assertThatThrownBy(this::publish).hasMessage("no such stream");

    ingests.open(POINT);
    publish().end();
    ingests.close(POINT);

    assertThatThrownBy(this::publish).hasMessage("no such stream");
  }

  @Test
  void admitsOnePublisherAtATime() throws Exception {
    ingests.open(POINT);
    Ingest.Publication first = publish();

    assertThatThrownBy(this::publish).hasMessage("the stream has a publisher");
    first.end();
    publish();
  }

  @Test
  void listenerThatComesLaterGetsTheHeadersFirst() throws Exception {
    ingests.open(POINT);
    Ingest.Publication publication = publish();
    publication.frame(FlvTag.Kind.AUDIO, 0, AAC_HEADER);
    publication.frame(FlvTag.Kind.VIDEO, 0, AVC_HEADER);
    publication.frame(FlvTag.Kind.SCRIPT, 0, new byte[] {2});
    publication.frame(FlvTag.Kind.VIDEO, 40, PICTURE);

    ingests.listen(POINT, listener);
    publication.frame(FlvTag.Kind.VIDEO, 80, PICTURE);

    assertThat(listener.heard)
        .containsExactly("connected", "SCRIPT 0", "VIDEO 0", "AUDIO 0", "VIDEO 80");
  }

  @Test
  void nextPublisherDoesNotInheritHeaders() throws Exception {
    ingests.open(POINT);
    Ingest.Publication first = publish();
    first.frame(FlvTag.Kind.VIDEO, 0, AVC_HEADER);
    first.end();
    publish();

    ingests.listen(POINT, listener);

    assertThat(listener.heard).containsExactly("connected");
  }

  @Test
  void anInterruptedPointDisconnectsItsPublisherAndRefusesOthersUntilItIsOver() throws Exception {
    assertThat(ingests.interrupt(POINT, Duration.ZERO)).isFalse();
    ingests.open(POINT);
    ingests.listen(POINT, listener);
    Ingest.Publication publication = publish();

    assertThat(ingests.interrupt(POINT, Duration.ofHours(1))).isTrue();
    publication.frame(FlvTag.Kind.VIDEO, 0, PICTURE);

    assertThat(disconnects).hasValue(1);
    assertThatThrownBy(this::publish).hasMessage("the stream is interrupted");
    assertThat(ingests.interrupt(POINT, Duration.ZERO)).isTrue();
    publish();
    assertThat(listener.heard).containsExactly("connected", "disconnected", "connected");
  }

  @Test
  void closingDisconnectsThePublisherAndTellsTheListener() throws Exception {
    ingests.open(POINT);
    ingests.listen(POINT, listener);
    Ingest.Publication publication = publish();

    ingests.close(POINT);
    publication.frame(FlvTag.Kind.VIDEO, 0, PICTURE);
    publication.end();

    assertThat(disconnects).hasValue(1);
    assertThat(listener.heard).containsExactly("connected", "disconnected");
  }

  @Test
  void listenerMayWaitForAPointThatIsNotOpenYet() throws Exception {
    ingests.listen(POINT, listener);
    ingests.open(POINT);
    publish();
    ingests.unlisten(POINT, listener);
    ingests.close(POINT);

    assertThat(listener.heard).containsExactly("connected");
  }

  @Test
  void timestampsGoOnAcrossTheirWrap() throws Exception {
    ingests.open(POINT);
    ingests.listen(POINT, listener);
    Ingest.Publication publication = publish();

    for (long timestamp : new long[] {0x7FFFFFF0L, 0xC0000000L, 0xFFFFFFF0L, 0x10, 0x05}) {
      publication.frame(FlvTag.Kind.VIDEO, timestamp, PICTURE);
    }

    assertThat(listener.heard)
        .containsExactly(
            "connected",
            "VIDEO " + 0x7FFFFFF0L,
            "VIDEO " + 0xC0000000L,
            "VIDEO " + 0xFFFFFFF0L,
            "VIDEO " + 0x100000010L,
            "VIDEO " + 0x100000005L);
  }

  @Test
  void streamNamesAreMaskedWhereverAPointIsShown() {
    assertThat(new IngestPoint("live", "abcdefghijklmnop")).hasToString("live/abcd…");
    assertThat(new IngestPoint("live", "short")).hasToString("live/…");
  }

  private Ingest.Publication publish() throws PublishRefused {
    return ingests.publish(POINT, disconnects::incrementAndGet);
  }

  private static final class Recorder implements PublisherListener {

    private final List<String> heard = new ArrayList<>();

    @Override
    public void connected() {
      heard.add("connected");
    }

    @Override
    public void frame(FlvTag tag) {
      heard.add(tag.kind() + " " + tag.timestamp());
    }

    @Override
    public void disconnected() {
      heard.add("disconnected");
    }
  }
}
