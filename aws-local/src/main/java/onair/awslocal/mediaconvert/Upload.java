package onair.awslocal.mediaconvert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.mediaconvert.GroupResult.Made;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;

/** Writes a job's outputs to the store: all of them, or none that was not there before. */
final class Upload {

  private final ObjectStore store;

  Upload(ObjectStore store) {
    this.store = store;
  }

  /** Finds out before the work begins whether there is somewhere to write to. */
  void check(JobPlan plan) throws JobFailed {
    for (JobPlan.Group group : plan.groups()) {
      bucket(group.destination());
    }
  }

  void write(List<GroupResult> results) throws JobFailed, IOException, InterruptedException {
    List<S3Location> written = new ArrayList<>();
    boolean done = false;
    try {
      for (GroupResult result : results) {
        for (Made made : result.files()) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          Bucket bucket = bucket(made.location());
          boolean isNew = bucket.get(made.location().key()).isEmpty();
          try (InputStream bytes = Files.newInputStream(made.file())) {
            bucket.put(made.location().key(), bytes, ObjectMeta.of(made.contentType()));
          }
          if (isNew) {
            written.add(made.location());
          }
        }
      }
      done = true;
    } finally {
      if (!done) {
        takeBack(written);
      }
    }
  }

  private void takeBack(List<S3Location> written) {
    written.forEach(
        location -> store.bucket(location.bucket()).ifPresent(b -> b.delete(location.key())));
  }

  private Bucket bucket(S3Location location) throws JobFailed {
    return store.bucket(location.bucket()).orElseThrow(() -> JobFailed.noOutput(location));
  }
}
