package onair.awslocal.cloudfront;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import software.amazon.awssdk.services.cloudfront.model.BatchTooLargeException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidationBatch;
import software.amazon.awssdk.services.cloudfront.model.InvalidationList;
import software.amazon.awssdk.services.cloudfront.model.InvalidationSummary;
import software.amazon.awssdk.services.cloudfront.model.NoSuchInvalidationException;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/**
 * Requests to forget objects. They take a while; once one is Completed no edge serves what it
 * names.
 */
final class Invalidations {

  private static final Transition COMPLETE =
      new Transition(
          "cloudfront.invalidation.complete", Duration.ofSeconds(1), Duration.ofSeconds(60));

  private static final int MAX_PATHS = 3000;
  private static final int MAX_WILDCARDS = 15;

  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final Profile profile;
  private final EdgeNetwork edge;

  Invalidations(CloudFrontState state, Lifecycle lifecycle, Profile profile, EdgeNetwork edge) {
    this.state = state;
    this.lifecycle = lifecycle;
    this.profile = profile;
    this.edge = edge;
  }

  void resume() {
    state.invalidations().list().forEach(this::schedule);
  }

  /** The new invalidation, or the existing one when the same call was made before. */
  InvalidationRow create(String distributionId, InvalidationBatch batch) {
    check(batch);
    return state.exclusively(
        () -> {
          Optional<InvalidationRow> before =
              of(distributionId).stream()
                  .filter(row -> row.batch().callerReference().equals(batch.callerReference()))
                  .findFirst();
          if (before.isPresent()) {
            return repeated(before.get(), batch);
          }
          requireRoom(distributionId, batch);
          Instant now = lifecycle.now();
          InvalidationRow row =
              new InvalidationRow(
                  AwsIds.invalidation(),
                  distributionId,
                  now,
                  now.plus(profile.of(COMPLETE)),
                  batch);
          state.invalidations().put(row.id(), row);
          schedule(row);
          return row;
        });
  }

  InvalidationRow get(String distributionId, String id) {
    return state
        .invalidations()
        .get(id)
        .filter(row -> row.distributionId().equals(distributionId))
        .orElseThrow(
            () ->
                NoSuchInvalidationException.builder()
                    .message("The specified invalidation does not exist.")
                    .build());
  }

  /** Newest first, as AWS lists them. */
  List<InvalidationRow> of(String distributionId) {
    return state.invalidations().list().reversed().stream()
        .filter(row -> row.distributionId().equals(distributionId))
        .toList();
  }

  int inProgress(String distributionId) {
    return (int) of(distributionId).stream().filter(row -> !row.isCompleted()).count();
  }

  /** A removed distribution takes its invalidations along. */
  void forget(String distributionId) {
    of(distributionId).forEach(row -> state.invalidations().remove(row.id()));
  }

  static InvalidationList list(Listing<InvalidationRow> page) {
    List<InvalidationSummary> items =
        page.items().stream()
            .map(
                row ->
                    InvalidationSummary.builder()
                        .id(row.id())
                        .createTime(row.createdAt())
                        .status(row.status())
                        .build())
            .toList();
    return InvalidationList.builder()
        .marker(page.marker())
        .nextMarker(page.nextMarker())
        .maxItems(page.maxItems())
        .isTruncated(page.isTruncated())
        .quantity(items.size())
        .items(items)
        .build();
  }

  private static void check(InvalidationBatch batch) {
    Quantities.check(batch);
    List<String> paths = batch.paths().items();
    if (paths.isEmpty()) {
      throw invalid("An invalidation needs at least one path.");
    }
    if (paths.size() > MAX_PATHS) {
      throw BatchTooLargeException.builder()
          .message("An invalidation names at most " + MAX_PATHS + " paths.")
          .build();
    }
    for (String path : paths) {
      int star = path.indexOf('*');
      if (!path.startsWith("/") || (star >= 0 && star < path.length() - 1)) {
        throw invalid(
            "An invalidation path starts with a slash and has at most one *, at its end: " + path);
      }
    }
  }

  private void requireRoom(String distributionId, InvalidationBatch batch) {
    long wildcards =
        of(distributionId).stream()
                .filter(row -> !row.isCompleted())
                .mapToLong(row -> wildcards(row.batch()))
                .sum()
            + wildcards(batch);
    if (wildcards > MAX_WILDCARDS) {
      throw TooManyInvalidationsInProgressException.builder()
          .message("At most " + MAX_WILDCARDS + " paths with a * may be in progress.")
          .build();
    }
  }

  private static long wildcards(InvalidationBatch batch) {
    return batch.paths().items().stream().filter(path -> path.endsWith("*")).count();
  }

  private static InvalidationRow repeated(InvalidationRow row, InvalidationBatch batch) {
    if (row.batch().equals(batch)) {
      return row;
    }
    throw invalid("The CallerReference belongs to another invalidation: " + row.id());
  }

  private void schedule(InvalidationRow row) {
    if (row.completesAt() != null) {
      lifecycle.at(
          row.completesAt(), "complete invalidation " + row.id(), () -> complete(row.id()));
    }
  }

  private void complete(String id) {
    state
        .invalidations()
        .get(id)
        .ifPresent(row -> edge.purge(row.distributionId(), row.batch().paths().items()));
    state.invalidations().update(id, InvalidationRow::completedNow);
  }

  private static InvalidArgumentException invalid(String message) {
    return InvalidArgumentException.builder().message(message).build();
  }
}
