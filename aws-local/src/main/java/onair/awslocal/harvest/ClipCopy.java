package onair.awslocal.harvest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onair.awslocal.media.Clip;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a clip into a bucket, all of it or nothing. */
public final class ClipCopy {

  private static final Logger LOG = LoggerFactory.getLogger(ClipCopy.class);

  private final Clip clip;
  private final Bucket bucket;
  private final UnaryOperator<String> key;

  /**
   * @param key of a file of this name
   */
  public ClipCopy(Clip clip, Bucket bucket, UnaryOperator<String> key) {
    this.clip = clip;
    this.bucket = bucket;
    this.key = key;
  }

  /**
   * Returns when everything is written, or with a sentence that says why nothing is.
   *
   * @param objection asked before each file; one ends it
   */
  public Optional<String> run(Supplier<Optional<String>> objection) {
    List<String> written = new ArrayList<>();
    Optional<String> failure;
    try {
      failure = write(objection, written);
    } catch (NoSuchFileException e) {
      failure = Optional.of("The content has left the endpoint's startover window");
    } catch (IOException | RuntimeException e) {
      LOG.warn("A harvest to {} failed", bucket.name(), e);
      failure = Optional.of("The content could not be written to " + bucket.name());
    }
    if (failure.isPresent()) {
      written.forEach(bucket::delete);
    }
    return failure;
  }

  private Optional<String> write(Supplier<Optional<String>> objection, List<String> written)
      throws IOException {
    for (Clip.File file : clip.files()) {
      Optional<String> stop = objection.get();
      if (stop.isPresent()) {
        return stop;
      }
      String name = key.apply(file.name());
      bucket.put(
          name, new ByteArrayInputStream(file.content().read()), ObjectMeta.of(file.contentType()));
      written.add(name);
    }
    return Optional.empty();
  }
}
