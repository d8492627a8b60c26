package onair.awslocal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketTest {

  @TempDir private Path folder;
  private StateStore state;
  private ObjectStore store;
  private Bucket bucket;

  @BeforeEach
  void open() {
    state = new StateStore(folder.resolve("state"));
    store = new ObjectStore("s3", state, folder.resolve("objects"), InstantSource.system());
    store.create("live");
    bucket = store.bucket("live").orElseThrow();
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void aKeyThatIsOverwrittenIsNeverMissingAndAlwaysWhole() throws Exception {
    put("index.m3u8", "a".repeat(50_000));
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> reading =
        () -> {
          int reads = 0;
          while (!done.get() || reads == 0) {
            try (OpenObject open = bucket.open("index.m3u8").orElseThrow()) {
              byte[] bytes = open.from(0).readAllBytes();
              assertThat(bytes).hasSize((int) open.object().size());
              assertThat(new String(bytes, StandardCharsets.UTF_8).chars().distinct()).hasSize(1);
            }
            reads++;
          }
          return reads;
        };
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> one = readers.submit(reading);
      Future<Integer> other = readers.submit(reading);
      for (int i = 0; i < 40; i++) {
        put("index.m3u8", Character.toString('a' + i % 26).repeat(50_000 + i));
      }
      done.set(true);
      assertThat(one.get()).isPositive();
      assertThat(other.get()).isPositive();
    }
  }

  @Test
  void aWriteThatBreaksOffLeavesWhatWasThere() throws IOException {
    put("k", "before");
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the other side went away");
          }
        };
    try {
      bucket.put("k", new SequenceInputStream(bytes("half"), gone), ObjectMeta.of("text/plain"));
    } catch (IOException e) {
      assertThat(e).hasMessage("the other side went away");
    }

    assertThat(read("k")).isEqualTo("before");
  }

  @Test
  void listsKeysInTheOrderOfTheirBytes() {
    put("\uFFFD", "last of the plane");
    put("\uD83D\uDE00", "past the plane");
    put("z", "first");

    assertThat(bucket.list("", "", null, 10).objects())
        .extracting(StoredObject::key)
        .containsExactly("z", "\uFFFD", "\uD83D\uDE00");
  }

  @Test
  void aNameCanBeTakenAgainOnceItsBucketIsGone() {
    put("k", "x");
    assertThat(store.removeEmpty("live")).isFalse();
    bucket.delete("k");
    assertThat(store.removeEmpty("live")).isTrue();
    assertThat(store.create("live")).isTrue();
    assertThat(store.bucket("live").orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void tellsTheCdnHowLongToKeepAnObjectAndGivesParts() throws IOException {
    bucket.put(
        "k",
        bytes("0123456789"),
        new ObjectMeta("text/plain", "public, max-age=2, s-maxage=1", Map.of()));
    OriginRequest whole = OriginRequest.anonymous("GET", "/k", Map.of());

    OriginResponse answer = ObjectAnswer.of(bucket, "k", whole).orElseThrow();
    assertThat(answer.maxAge()).isEqualTo(Duration.ofSeconds(1));
    OriginResponse part =
        ObjectAnswer.of(bucket, "k", whole.with(Map.of("range", "bytes=-3"), new byte[0]))
            .orElseThrow();
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.contentRange()).isEqualTo("bytes 7-9/10");
    assertThat(part.body()).asString().isEqualTo("789");
    assertThat(ObjectAnswer.lifetime("no-cache")).isZero();
    assertThat(ObjectAnswer.lifetime(null)).isNegative();
  }

  private void put(String key, String text) {
    try {
      bucket.put(key, bytes(text), ObjectMeta.of("text/plain"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String key) throws IOException {
    try (OpenObject open = bucket.open(key).orElseThrow()) {
      return new String(open.from(0).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
