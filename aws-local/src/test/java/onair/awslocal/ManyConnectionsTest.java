package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;

/** Ten thousand callers at a time, in a process of its own and no further than this machine. */
class ManyConnectionsTest {

  private static final int CONNECTIONS = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] REQUEST =
      """
      GET /prod/channels HTTP/1.1\r
      Host: localhost\r
      Authorization: AWS4-HMAC-SHA256 \
      Credential=test/20261122/eu-west-1/medialive/aws4_request, SignedHeaders=host, Signature=0\r
      \r
      """
          .getBytes(StandardCharsets.US_ASCII);
  private static final String ANSWER = "{\"channels\":[]}";

  @Test
  void tenThousandConnectionsAreServedAndLeaveNothingBehind(@TempDir Path folder) throws Exception {
    AwsLocalProcess aws = AwsLocalProcess.start(folder, Map.of("AWS_LOCAL_PROFILE", "instant"));
    try {
      assertThat(listed(aws.endpoint())).as("before all").isEmpty();
      int before = openFiles(aws);
      try (Callers callers = Callers.connected(aws.endpoint(), CONNECTIONS)) {
        callers.send(0, REQUEST.length / 2);
        assertThat(listed(aws.endpoint())).as("beside half requests").isEmpty();
        callers.send(REQUEST.length / 2, REQUEST.length);
        assertThat(callers.answered()).isEqualTo(CONNECTIONS);
        assertThat(openFiles(aws)).isGreaterThan(CONNECTIONS);
        assertThat(listed(aws.endpoint())).as("beside idle connections").isEmpty();
      }
      await().atMost(PATIENCE).until(() -> openFiles(aws) < before + 50);
      assertThat(listed(aws.endpoint())).as("after all").isEmpty();
    } finally {
      aws.kill();
    }
  }

  private static List<?> listed(URI endpoint) {
    try (MediaLiveClient client =
        MediaLiveClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build()) {
      return client.listChannels().channels();
    }
  }

  private static int openFiles(AwsLocalProcess aws) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(aws.pid()), "fd"))) {
      return (int) files.count();
    }
  }

  /** Connections that stay open until they are closed. */
  private static final class Callers implements AutoCloseable {

    private final List<SocketChannel> channels = new ArrayList<>();

    static Callers connected(URI endpoint, int count) throws IOException {
      Callers callers = new Callers();
      InetSocketAddress address = new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
      for (int i = 0; i < count; i++) {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0); // no port waits afterwards
        callers.channels.add(channel);
      }
      return callers;
    }

    void send(int begin, int end) throws IOException {
      for (SocketChannel channel : channels) {
        channel.write(ByteBuffer.wrap(REQUEST, begin, end - begin));
      }
    }

    /** How many got the right answer. */
    int answered() throws IOException {
      Instant last = Instant.now().plus(PATIENCE);
      int right = 0;
      try (Selector selector = Selector.open()) {
        for (SocketChannel channel : channels) {
          channel.configureBlocking(false);
          channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
        }
        int waiting = channels.size();
        while (waiting > 0 && Instant.now().isBefore(last)) {
          selector.select(1000);
          for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            if (isOver(key)) {
              key.cancel();
              waiting--;
              right += isRight((StringBuilder) key.attachment()) ? 1 : 0;
            }
          }
        }
      }
      return right;
    }

    private static boolean isOver(SelectionKey key) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      int count = ((SocketChannel) key.channel()).read(buffer);
      StringBuilder answer = (StringBuilder) key.attachment();
      answer.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
      return count < 0 || answer.toString().endsWith(ANSWER);
    }

    private static boolean isRight(StringBuilder answer) {
      return answer.toString().startsWith("HTTP/1.1 200 ") && answer.toString().endsWith(ANSWER);
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }
}
