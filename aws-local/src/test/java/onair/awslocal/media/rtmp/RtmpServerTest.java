package onair.awslocal.media.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import onair.awslocal.media.IngestPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RtmpServerTest {

  private final Ingests ingests = new Ingests();
  private RtmpServer server;

  @BeforeEach
  void start() throws Exception {
    ingests.open(new IngestPoint("live", "name"));
    server = RtmpServer.start(InetAddress.getByName("127.0.0.1"), 0, ingests);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void publisherIsAdmittedAndMayComeAgainOnTheSameConnection() throws Exception {
    try (RtmpClient client = new RtmpClient(server.port())) {
      client.connect("live");
      client.publish("name?token=ignored");
      assertThat(client.awaitStatus()).isEqualTo("NetStream.Publish.Start");

      client.command(new Amf.Text("deleteStream"), new Amf.Num(6), Amf.NOTHING, new Amf.Num(1));
      client.publish("name");

      assertThat(client.awaitStatus()).isEqualTo("NetStream.Publish.Start");
    }
  }

  @Test
  void nameIsFreeAsSoonAsThePublishersConnectionBreaks() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (RtmpClient client = new RtmpClient(server.port())) {
        client.connect("live");
        client.publish("name");
        assertThat(client.awaitStatus()).isEqualTo("NetStream.Publish.Start");
        client.socket.setSoLinger(true, 0); // close sends a reset, as a killed process may
      }
    }
  }

  @Test
  void wrongNameIsRefusedWithBadName() throws Exception {
    try (RtmpClient client = new RtmpClient(server.port())) {
      client.connect("live");
      client.publish("nam");

      assertThat(client.awaitStatus()).isEqualTo("NetStream.Publish.BadName");
      client.socket.shutdownOutput();
      client.awaitEnd();
    }
  }

  @Test
  void pingIsAnsweredAndBytesAreAcknowledged() throws Exception {
    try (RtmpClient client = new RtmpClient(server.port())) {
      client.connect("live");
      client.publish("name");
      client.message(RtmpMessage.USER_CONTROL, new byte[] {0, 6, 1, 2, 3, 4});
      RtmpMessage pong = client.await(RtmpMessage.USER_CONTROL);
      assertThat(pong.payload()).containsExactly(0, 7, 1, 2, 3, 4);

      byte[] picture = new byte[1_200_000];
      picture[0] = 0x17;
      client.message(RtmpMessage.VIDEO, picture);

      int received = ChunkReader.firstInt(client.await(RtmpMessage.ACKNOWLEDGEMENT));
      assertThat(received).isGreaterThan(1_000_000);
    }
  }

  @Test
  void peerThatHasNotPublishedMayNotSendMuch() throws Exception {
    try (RtmpClient client = new RtmpClient(server.port())) {
      client.out.write(new byte[] {3, 0, 0, 0, 0x10, 0, 0, 20, 1, 0, 0, 0});
      client.awaitEnd();
    }
  }

  @Test
  void peerThatPlaysOrSendsCommandsOutOfOrderIsDropped() throws Exception {
    try (RtmpClient early = new RtmpClient(server.port());
        RtmpClient player = new RtmpClient(server.port());
        RtmpClient nameless = new RtmpClient(server.port())) {
      early.publish("name");
      early.awaitEnd();
      player.connect("live");
      player.command(new Amf.Text("play"), new Amf.Num(2), Amf.NOTHING, new Amf.Text("name"));
      player.awaitEnd();
      nameless.command(new Amf.Text("connect"), new Amf.Num(1), new Amf.Properties(Map.of()));
      nameless.awaitEnd();
    }
  }

  @Test
  void namesThatWouldForgeALogLineAreRefused() throws Exception {
    try (RtmpClient client = new RtmpClient(server.port())) {
      client.connect("live\nERROR all is lost");
      client.awaitEnd();
    }
  }

  @Test
  void otherCodecsEndTheConnection() throws Exception {
    byte[] sorenson = {0x12, 0, 0};
    byte[] enhancedHevc = {(byte) 0x90, 'h', 'v', 'c', '1'};
    byte[] mp3 = {0x2F, 0};
    for (Map.Entry<byte[], Integer> media :
        Map.of(
                sorenson, RtmpMessage.VIDEO,
                enhancedHevc, RtmpMessage.VIDEO,
                mp3, RtmpMessage.AUDIO)
            .entrySet()) {
      try (RtmpClient client = new RtmpClient(server.port())) {
        client.connect("live");
        client.publish("name");
        client.awaitStatus();
        client.message(media.getValue(), media.getKey());
        client.awaitEnd();
      }
    }
  }

  @Test
  void peerThatSaysNothingIsDroppedInTime() throws Exception {
    try (Socket silent = new Socket("127.0.0.1", server.port())) {
      silent.setSoTimeout(15_000);
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }
}
