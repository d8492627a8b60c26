package onair.vod.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import onair.common.aws.AwsTrouble;
import onair.common.event.Announcer;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ReconcileProperties;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import onair.vod.storage.Keys;
import onair.vod.storage.MultipartUploads;
import onair.vod.storage.MultipartUploads.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Aborts what S3 keeps waiting for parts and no upload of ours needs: begun by a process that died
 * before it could write that down. Young ones are left alone, their row may be on its way.
 */
final class UploadSweeper implements Reconciler {

  /** Name and only owner of this reconciler. */
  static final String NAME = "upload-sweep";

  private static final Logger LOG = LoggerFactory.getLogger(UploadSweeper.class);

  private final UploadStore uploads;
  private final MultipartUploads multipart;
  private final Duration settle;
  private final Duration every;
  private final InstantSource clock;

  UploadSweeper(
      UploadStore uploads,
      MultipartUploads multipart,
      ReconcileProperties patience,
      UploadProperties properties,
      InstantSource clock) {
    this.uploads = uploads;
    this.multipart = multipart;
    this.settle = patience.settle();
    this.every = properties.sweep();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    try {
      Instant young = clock.instant().minus(settle);
      for (Pending pending : multipart.pending(Keys.UPLOADS)) {
        if (pending.initiated().isBefore(young)
            && !uploads.needs(Keys.uploadOf(pending.key()), pending.uploadId())) {
          LOG.warn("Aborting the upload {} of S3, which nobody knows", pending.key());
          multipart.abort(pending.key(), pending.uploadId());
        }
      }
      return new Outcome.Settled(every);
    } catch (SdkException failure) {
      return new Outcome.Failed(AwsTrouble.of(failure).words(), every);
    }
  }

  /** Has the sweeps begin when the service is up. */
  Announcer atStart(Wakes wakes, TransactionTemplate transactions) {
    return new Announcer(() -> wakes.wake(NAME, NAME), transactions);
  }
}
