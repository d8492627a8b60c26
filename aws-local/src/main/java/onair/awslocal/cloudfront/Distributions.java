package onair.awslocal.cloudfront;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.Quota;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CnameAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.DeleteDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.DistributionAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionIdList;
import software.amazon.awssdk.services.cloudfront.model.DistributionNotDisabledException;
import software.amazon.awssdk.services.cloudfront.model.IllegalUpdateException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.TooManyDistributionsException;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;

/**
 * Distributions and their way to the edge: every change gets a new version and is deployed some
 * time later; until then viewers meet the configuration before it. Removal needs a disabled and
 * deployed distribution.
 */
final class Distributions {

  /** From a change until all edges have it. AWS: "a few minutes". */
  private static final Transition DEPLOY =
      new Transition(
          "cloudfront.distribution.deploy", Duration.ofSeconds(1), Duration.ofMinutes(4));

  private final CloudFrontState state;
  private final Lifecycle lifecycle;
  private final Profile profile;
  private final EdgeNetwork edge;
  private final EdgeShapes shapes;
  private final DistributionRules rules;

  Distributions(CloudFrontState state, Lifecycle lifecycle, Profile profile, EdgeNetwork edge) {
    this.state = state;
    this.lifecycle = lifecycle;
    this.profile = profile;
    this.edge = edge;
    this.shapes = new EdgeShapes(state);
    this.rules = new DistributionRules(state);
  }

  /** Puts back what was deployed, and goes on with what was not yet. */
  void resume() {
    for (DistributionRow row : state.distributions().list()) {
      if (row.deployed() != null) {
        edge.deploy(shapes.distribution(row, row.deployed()));
      }
      scheduleDeployment(row);
    }
  }

  /** Shows viewers what is deployed with the policies and keys of this moment. */
  void redeploy() {
    state.exclusively(
        () -> {
          for (DistributionRow row : state.distributions().list()) {
            if (row.deployed() != null) {
              edge.deploy(shapes.distribution(row, row.deployed()));
            }
          }
          return state;
        });
  }

  /** The key groups whose signatures some behavior asks for. */
  List<KeyGroupRow> trusted(DistributionRow row) {
    return BehaviorView.of(row.config()).stream()
        .flatMap(behavior -> behavior.keyGroups().stream())
        .distinct()
        .flatMap(id -> state.keyGroups().get(id).stream())
        .toList();
  }

  /** Ids of the distributions with such a behavior. */
  DistributionIdList ids(
      Predicate<BehaviorView> wanted, @Nullable String marker, @Nullable String maxItems) {
    List<String> found =
        list().stream()
            .filter(row -> BehaviorView.of(row.config()).stream().anyMatch(wanted))
            .map(DistributionRow::id)
            .toList();
    Listing<String> page = Listing.of(found, id -> id, marker, maxItems);
    return DistributionIdList.builder()
        .marker(page.marker())
        .nextMarker(page.nextMarker())
        .maxItems(page.maxItems())
        .isTruncated(page.isTruncated())
        .quantity(page.items().size())
        .items(page.items())
        .build();
  }

  /** The new row, or the existing one when the same call was made before. */
  DistributionRow create(DistributionConfig given, Map<String, String> tags) {
    return state.exclusively(
        () -> {
          rules.check(given);
          DistributionConfig config = DistributionDefaults.complete(given);
          Optional<DistributionRow> before = withReference(config.callerReference());
          if (before.isPresent()) {
            return repeated(before.get(), config);
          }
          requireRoom();
          requireFreeAliases(config, "");
          return insert(config, tags);
        });
  }

  DistributionRow get(String id) {
    String account = CallContext.current().accountId();
    return state
        .distributions()
        .get(id)
        .filter(row -> row.accountId().equals(account))
        .orElseThrow(
            () ->
                NoSuchDistributionException.builder()
                    .message("The specified distribution does not exist.")
                    .build());
  }

  List<DistributionRow> list() {
    String account = CallContext.current().accountId();
    return state.distributions().list().stream()
        .filter(row -> row.accountId().equals(account))
        .toList();
  }

  DistributionRow update(UpdateDistributionRequest request) {
    return state.exclusively(
        () -> {
          DistributionRow row = get(request.id());
          Versions.require(request.ifMatch(), row.etag());
          rules.check(request.distributionConfig());
          DistributionConfig config = DistributionDefaults.complete(request.distributionConfig());
          if (!config.callerReference().equals(row.config().callerReference())) {
            throw IllegalUpdateException.builder()
                .message("The update contains modifications that are not allowed: CallerReference.")
                .build();
          }
          requireFreeAliases(config, row.id());
          Instant now = lifecycle.now();
          DistributionRow changed =
              row.changed(config, AwsIds.etag(), now, now.plus(profile.of(DEPLOY)));
          state.distributions().put(row.id(), changed);
          scheduleDeployment(changed);
          return changed;
        });
  }

  void delete(DeleteDistributionRequest request) {
    state.exclusively(
        () -> {
          DistributionRow row = get(request.id());
          Versions.require(request.ifMatch(), row.etag());
          if (row.config().enabled()) {
            throw notDisabled("The distribution you are trying to delete has not been disabled.");
          }
          if (!row.isDeployed()) {
            throw notDisabled(
                "The distribution you are trying to delete has not been disabled everywhere yet: "
                    + "wait until its status is Deployed.");
          }
          state.distributions().remove(row.id());
          edge.withdraw(row.id());
          return row;
        });
  }

  private DistributionRow insert(DistributionConfig config, Map<String, String> tags) {
    Instant now = lifecycle.now();
    DistributionRow row =
        new DistributionRow(
            AwsIds.resource(),
            CallContext.current().accountId(),
            AwsIds.domainName(),
            AwsIds.etag(),
            now,
            now,
            config,
            config,
            null,
            now.plus(profile.of(DEPLOY)),
            tags);
    state.distributions().put(row.id(), row);
    scheduleDeployment(row);
    return row;
  }

  private Optional<DistributionRow> withReference(String callerReference) {
    return list().stream()
        .filter(row -> row.created().callerReference().equals(callerReference))
        .findFirst();
  }

  private static DistributionRow repeated(DistributionRow row, DistributionConfig config) {
    if (row.created().equals(config)) {
      return row;
    }
    throw DistributionAlreadyExistsException.builder()
        .message(
            "The caller reference that you are using to create a distribution is associated with "
                + "another distribution. Already exists: "
                + row.id())
        .build();
  }

  private void requireRoom() {
    long most = state.most(Quota.CLOUDFRONT_DISTRIBUTIONS);
    if (list().size() >= most) {
      throw TooManyDistributionsException.builder()
          .message("An account has at most " + most + " distributions.")
          .build();
    }
  }

  /** An alias belongs to one distribution, in any account. */
  private void requireFreeAliases(DistributionConfig config, String ownId) {
    for (DistributionRow other : state.distributions().list()) {
      Stream<String> taken = other.config().aliases().items().stream();
      if (!other.id().equals(ownId) && taken.anyMatch(config.aliases().items()::contains)) {
        throw CnameAlreadyExistsException.builder()
            .message("One of the aliases is already associated with another distribution.")
            .build();
      }
    }
  }

  private void scheduleDeployment(DistributionRow row) {
    if (row.deploysAt() != null) {
      lifecycle.at(row.deploysAt(), "deploy distribution " + row.id(), () -> deploy(row.id()));
    }
  }

  /**
   * A change made meanwhile has its own step; the one that finds its time come deploys all there
   * is.
   */
  private void deploy(String id) {
    state.exclusively(
        () -> {
          Optional<DistributionRow> row = state.distributions().get(id);
          row.filter(
                  found -> found.deploysAt() != null && !found.deploysAt().isAfter(lifecycle.now()))
              .map(DistributionRow::deployedNow)
              .ifPresent(
                  deployed -> {
                    edge.deploy(shapes.distribution(deployed, deployed.config()));
                    state.distributions().put(id, deployed);
                  });
          return row;
        });
  }

  private static DistributionNotDisabledException notDisabled(String message) {
    return DistributionNotDisabledException.builder().message(message).build();
  }
}
