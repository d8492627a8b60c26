package onair.vod.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.idempotency.LateTransaction;
import onair.common.problem.Violation;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.vod.asset.AssetCommands;
import onair.vod.asset.AssetId;
import onair.vod.storage.Keys;
import onair.vod.storage.MultipartUploads;
import onair.vod.storage.MultipartUploads.Part;
import onair.vod.upload.CompleteRequest.SentPart;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes down what users want of uploads. Talks to S3 only where the answer is part of the reply:
 * to begin an upload, because its addresses need S3's id, and to compare its parts.
 *
 * <p>An upload is begun in S3 before its row is there. If the process dies between the two, or the
 * same request was faster elsewhere, nobody was told an address, nothing can be sent to it, and the
 * sweeper aborts it. The database waits for none of S3's answers.
 */
final class UploadCommands {

  private final UploadStore uploads;
  private final AssetCommands assets;
  private final MultipartUploads multipart;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final UploadProperties properties;

  UploadCommands(
      UploadStore uploads,
      AssetCommands assets,
      MultipartUploads multipart,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock,
      UploadProperties properties) {
    this.uploads = uploads;
    this.assets = assets;
    this.multipart = multipart;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * A new upload that parts can be sent to at once, and the asset that waits for it.
   *
   * @param transaction begins after S3 has answered
   */
  Upload create(String organizationId, UploadRequest request, LateTransaction transaction) {
    UploadId id = UploadId.next();
    AssetId asset = assets.nextId();
    String multipartId = begin(Keys.source(asset.value(), id.value()), request.contentType());
    CrashPoint.hit("upload.begun");
    transaction.begin();
    return insert(organizationId, request, id, asset, multipartId);
  }

  /** What {@link #create} would make, with nothing asked of S3. */
  Upload rehearse(String organizationId, UploadRequest request) {
    return insert(organizationId, request, UploadId.next(), assets.nextId(), "none");
  }

  private Upload insert(
      String organizationId,
      UploadRequest request,
      UploadId id,
      AssetId asset,
      String multipartId) {
    return inTransaction(
        now -> {
          var upload =
              new Upload(
                  id,
                  organizationId,
                  asset.value(),
                  1,
                  request.fileName(),
                  request.contentType(),
                  request.metadataOrNone(),
                  PartPlan.of(request.sizeBytes(), properties.partSize().toBytes()),
                  multipartId,
                  List.of(),
                  Upload.Wish.OPEN,
                  UploadStatus.WAITING,
                  null,
                  false,
                  now.plus(properties.expiry()),
                  now,
                  now);
          uploads.insert(upload);
          assets.expect(asset, organizationId, request.asset(), id.value(), request.sizeBytes());
          wakes.wake(UploadReconciler.NAME, id.value());
          return upload;
        });
  }

  private String begin(String key, String contentType) {
    try {
      return multipart.begin(key, contentType);
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        throw UploadProblems.notReady();
      }
      throw failure;
    }
  }

  /**
   * All parts were sent; asked again, it changes nothing.
   *
   * @param transaction begins after S3 has answered
   * @throws onair.common.problem.Problem 422 when S3 has other parts; the upload stays open
   */
  Upload complete(
      String organizationId, String id, List<SentPart> sent, LateTransaction transaction) {
    Upload upload = find(organizationId, id);
    if (upload.wish() == Upload.Wish.COMPLETED) {
      return upload;
    }
    requireOpen("completing it", upload);
    List<Part> there = multipart.parts(upload.key(), upload.multipartId()).orElseGet(List::of);
    List<Violation> wrong = PartCheck.violations(upload.plan(), sent, there);
    if (!wrong.isEmpty()) {
      throw UploadProblems.partsDoNotFit(wrong);
    }
    transaction.begin();
    return change(
        organizationId,
        id,
        "completing it",
        (now, open) -> open.completing(planned(open, there), now));
  }

  /** Parts beyond the plan cannot be sent, because none has an address. */
  private static List<Part> planned(Upload upload, List<Part> there) {
    return there.stream().filter(part -> part.number() <= upload.plan().count()).toList();
  }

  /** Wanted gone; asked again, it changes nothing. */
  Upload cancel(String organizationId, String id, IfMatch ifMatch) {
    Upload upload = find(organizationId, id);
    ifMatch.require(upload.version());
    if (upload.wish() == Upload.Wish.DROPPED) {
      return upload;
    }
    return change(
        organizationId,
        id,
        "cancelling it",
        (now, open) -> {
          ifMatch.require(open.version());
          return open.dropped(UploadStatus.CANCELLED, "The upload was cancelled.", now);
        });
  }

  /** What becomes of an open upload. */
  @FunctionalInterface
  private interface Change {
    Upload of(Instant now, Upload open);
  }

  private Upload change(String organizationId, String id, String action, Change change) {
    return inTransaction(
        now -> {
          Upload upload =
              UploadId.parse(id)
                  .flatMap(uploadId -> uploads.lock(organizationId, uploadId))
                  .orElseThrow(() -> UploadProblems.notFound(id));
          requireOpen(action, upload);
          Upload changed = change.of(now, upload);
          uploads.update(changed);
          wakes.wake(UploadReconciler.NAME, changed.id().value());
          return changed;
        });
  }

  Upload find(String organizationId, String id) {
    return UploadId.parse(id)
        .flatMap(uploadId -> uploads.find(organizationId, uploadId))
        .orElseThrow(() -> UploadProblems.notFound(id));
  }

  private static void requireOpen(String action, Upload upload) {
    if (upload.wish() != Upload.Wish.OPEN) {
      throw UploadProblems.notOpen(action, upload);
    }
  }

  private Upload inTransaction(Function<Instant, Upload> command) {
    Upload upload = transactions.execute(status -> command.apply(Times.now(clock)));
    if (upload == null) {
      throw new IllegalStateException("a command makes an upload");
    }
    return upload;
  }
}
