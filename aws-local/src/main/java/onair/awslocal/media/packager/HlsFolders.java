package onair.awslocal.media.packager;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.store.Bucket;

/** The folders that running channels write HLS to, by the pipeline that they take it from. */
final class HlsFolders {

  private final Function<HlsOutput, Optional<Bucket>> buckets;
  private final GopFiles files;
  private final InstantSource clock;
  private final Map<String, List<HlsFolder>> folders = new ConcurrentHashMap<>();

  HlsFolders(Function<HlsOutput, Optional<Bucket>> buckets, GopFiles files, InstantSource clock) {
    this.buckets = buckets;
    this.files = files;
    this.clock = clock;
  }

  /** Numbers begin with the seconds since 1970: segments last a second at least. */
  void open(String writer, List<HlsOutput> outputs) {
    long first = clock.instant().getEpochSecond();
    folders.put(
        writer,
        outputs.stream()
            .map(output -> new HlsFolder(output, () -> buckets.apply(output), files, first))
            .toList());
  }

  void close(String writer) {
    folders.remove(writer);
  }

  void add(String writer, List<Gop> gops) throws IOException {
    for (HlsFolder folder : folders.getOrDefault(writer, List.of())) {
      for (Gop gop : gops) {
        folder.add(gop);
      }
    }
  }

  void endRun(String writer) throws IOException {
    for (HlsFolder folder : folders.getOrDefault(writer, List.of())) {
      folder.endRun();
    }
  }
}
