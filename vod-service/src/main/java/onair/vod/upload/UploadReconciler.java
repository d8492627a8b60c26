package onair.vod.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import onair.common.aws.AwsTrouble;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import onair.vod.asset.AssetCommands;
import onair.vod.storage.MultipartUploads;
import onair.vod.storage.StoredObjects;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Brings an upload to its end in S3: puts its parts together, or frees them when it was cancelled,
 * took too long, or its asset is not wanted any more. Each step may be repeated.
 */
final class UploadReconciler implements Reconciler {

  static final String NAME = AssetCommands.UPLOAD_RECONCILER;

  private static final Outcome AT_REST = new Outcome.Settled(Duration.ofDays(30));
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final UploadStore uploads;
  private final AssetCommands assets;
  private final MultipartUploads multipart;
  private final StoredObjects objects;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  UploadReconciler(
      UploadStore uploads,
      AssetCommands assets,
      MultipartUploads multipart,
      StoredObjects objects,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.uploads = uploads;
    this.assets = assets;
    this.multipart = multipart;
    this.objects = objects;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<Upload> loaded = uploads.find(new UploadId(owner));
    if (loaded.isEmpty() || loaded.get().closed()) {
      return AT_REST;
    }
    Upload upload = loaded.get();
    try {
      return switch (upload.wish()) {
        case OPEN -> open(upload, lease);
        case COMPLETED -> complete(upload, lease);
        case DROPPED -> drop(upload, lease);
      };
    } catch (SdkException failure) {
      return new Outcome.Failed(AwsTrouble.of(failure).words(), RETRY);
    }
  }

  private Outcome open(Upload upload, Lease lease) {
    Instant now = Times.now(clock);
    if (!assets.wanted(upload.assetId())) {
      return write(
          lease, upload, upload.dropped(UploadStatus.CANCELLED, "The asset was deleted.", now));
    }
    if (!now.isBefore(upload.expiresAt())) {
      return write(
          lease,
          upload,
          upload.dropped(UploadStatus.TIMED_OUT, "The upload was not completed in time.", now));
    }
    return new Outcome.Waiting("parts may still come", Duration.between(now, upload.expiresAt()));
  }

  private Outcome complete(Upload upload, Lease lease) {
    boolean there = objects.size(upload.key()).isPresent();
    if (!there) {
      var completion = multipart.complete(upload.key(), upload.multipartId(), upload.agreed());
      CrashPoint.hit("upload.put-together");
      // Unknown to S3, it may be that an earlier try was not answered and has succeeded.
      there =
          completion == MultipartUploads.Completion.DONE || objects.size(upload.key()).isPresent();
    }
    Instant now = Times.now(clock);
    return there
        ? write(lease, upload, upload.completed(now))
        : write(
            lease,
            upload,
            upload.dropped(
                UploadStatus.ERRORED, "The storage has lost the parts of this upload.", now));
  }

  private Outcome drop(Upload upload, Lease lease) {
    multipart.abort(upload.key(), upload.multipartId());
    CrashPoint.hit("upload.aborted");
    for (MultipartUploads.Pending other : multipart.pending(upload.key())) {
      multipart.abort(other.key(), other.uploadId());
    }
    return multipart.pending(upload.key()).isEmpty()
        ? write(lease, upload, upload.closedNow(Times.now(clock)))
        : new Outcome.Waiting("its parts are being freed", RETRY);
  }

  private Outcome write(Lease lease, Upload before, Upload after) {
    Outcome outcome =
        transactions.execute(
            status -> {
              lease.require();
              Optional<Upload> now = uploads.lock(before.id());
              if (now.isEmpty() || now.get().wish() != before.wish()) {
                return new Outcome.Waiting("something else was asked for", Duration.ZERO);
              }
              uploads.update(after);
              if (after.status() == UploadStatus.COMPLETED) {
                assets.arrived(after.assetId());
              } else if (after.closed()) {
                assets.willNotArrive(
                    after.assetId(), Objects.requireNonNullElse(after.reason(), "No file came."));
              }
              return after.closed() ? AT_REST : new Outcome.Waiting("the next step", Duration.ZERO);
            });
    return Objects.requireNonNull(outcome);
  }
}
