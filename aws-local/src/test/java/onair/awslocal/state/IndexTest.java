package onair.awslocal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {

  record Song(String title, Set<String> singers) {}

  @TempDir Path folder;
  private StateStore store;
  private Table<Song> songs;
  private Index<Song> bySinger;

  @BeforeEach
  void open() {
    store = new StateStore(folder);
    songs = store.table("songs", Codecs.json(Song.class));
    songs.put("1", new Song("Duet", Set.of("ann", "bob")));
    bySinger = new Index<>(songs, Song::singers);
    songs.put("2", new Song("Solo", Set.of("ann")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void findsWhatWasThereAndWhatCame() {
    assertThat(bySinger.find("ann"))
        .extracting(Song::title)
        .containsExactlyInAnyOrder("Duet", "Solo");
    assertThat(bySinger.find("bob")).extracting(Song::title).containsExactly("Duet");
    assertThat(bySinger.count("ann")).isEqualTo(2);
  }

  @Test
  void findsARowAsItIsNow() {
    songs.put("1", new Song("Trio", Set.of("ann", "cy")));
    assertThat(bySinger.find("ann"))
        .extracting(Song::title)
        .containsExactlyInAnyOrder("Trio", "Solo");
    assertThat(bySinger.find("cy")).extracting(Song::title).containsExactly("Trio");
    assertThat(bySinger.find("bob")).isEmpty();
  }

  @Test
  void forgetsWhatIsRemoved() {
    songs.remove("1");
    assertThat(bySinger.find("bob")).isEmpty();
    assertThat(bySinger.count("ann")).isEqualTo(1);
  }

  /** Whoever reads that a row is gone must not be refused because of it. */
  @Test
  void isNotBehindWhatCanBeRead() {
    AtomicReference<Index<Song>> index = new AtomicReference<>();
    List<Integer> counted = new ArrayList<>();
    Table<Song> albums = store.table("albums", Codecs.json(Song.class));
    albums.onChange((key, before, after) -> counted.add(index.get().count("ann")));
    index.set(new Index<>(albums, Song::singers));
    albums.put("1", new Song("First", Set.of("ann")));
    albums.remove("1");
    assertThat(counted).containsExactly(1, 0);
  }
}
