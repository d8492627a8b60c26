package onair.awslocal.mediapackagevod;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.OpenObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an asset's source from its playlist on: everything it names must be there. Nothing is
 * copied, so what is played is what is in the bucket then.
 */
final class Ingest {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  private static final int LARGEST_PLAYLIST = 8 * 1024 * 1024;
  private static final int MOST_FILES = 100_000;

  private final ObjectStore objects;

  Ingest(ObjectStore objects) {
    this.objects = objects;
  }

  /** How it ended. */
  sealed interface Result {

    /**
     * @param files names below the source's folder, the playlist among them
     */
    record Playable(List<String> files) implements Result {}

    record Failed(String reason) implements Result {}
  }

  Result read(Source source) {
    if (!source.isPlaylist()) {
      return new Result.Failed("Sources are HLS playlists (.m3u8) here, not " + source.file());
    }
    Optional<Bucket> bucket = objects.bucket(source.bucket());
    if (bucket.isEmpty()) {
      return new Result.Failed("There is no bucket " + source.bucket());
    }
    try {
      return read(source, bucket.get());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Source {}", source, e);
      return new Result.Failed("The source could not be read");
    }
  }

  private static Result read(Source source, Bucket bucket) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(source.file()));
    while (!next.isEmpty()) {
      String name = next.remove();
      if (!found.add(name)) {
        continue;
      }
      String key = source.folder() + name;
      if (bucket.get(key).isEmpty()) {
        return new Result.Failed("There is no object " + key);
      }
      if (found.size() > MOST_FILES) {
        return new Result.Failed("The source has more than " + MOST_FILES + " files");
      }
      if (name.endsWith(".m3u8")) {
        Playlist playlist = playlist(bucket, key);
        if (!playlist.isPlaylist() || playlist.isEncrypted()) {
          return new Result.Failed(name + " is no HLS playlist without encryption");
        }
        for (String uri : playlist.uris()) {
          Optional<String> below = Names.resolve(name, uri);
          if (below.isEmpty()) {
            return new Result.Failed(name + " names " + uri + ", which is not below its folder");
          }
          next.add(below.get());
        }
      }
    }
    List<String> files = new ArrayList<>(found);
    if (bucket.get(source.folder() + source.mpd()).isPresent()) {
      files.add(source.mpd());
    }
    return new Result.Playable(files);
  }

  private static Playlist playlist(Bucket bucket, String key) throws IOException {
    try (OpenObject object = bucket.open(key).orElseThrow(() -> new NoSuchFileException(key))) {
      if (object.object().size() > LARGEST_PLAYLIST) {
        throw new IOException("The playlist " + key + " is too large");
      }
      byte[] bytes = object.from(0).readAllBytes();
      return Playlist.parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
