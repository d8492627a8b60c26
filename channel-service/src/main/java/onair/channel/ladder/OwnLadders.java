package onair.channel.ladder;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onair.common.paging.MetadataFilter;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.problem.Violation;
import onair.common.time.Times;
import onair.common.version.IfMatch;

/**
 * The ladders one organization can name: those that come with the service, and its own. A ladder
 * never changes; a channel keeps the one it was made with, also when that is deleted.
 */
public final class OwnLadders {

  /** How many of its own an organization may have. */
  static final int LIMIT = 100;

  private final Ladders bundled;
  private final LadderStore own;
  private final InstantSource clock;

  OwnLadders(Ladders bundled, LadderStore own, InstantSource clock) {
    this.bundled = bundled;
    this.own = own;
    this.clock = clock;
  }

  /** Its own ladder of that name; empty for one that comes with the service. */
  public Optional<Ladder> find(String organizationId, String name) {
    return own.find(organizationId, name).map(OwnLadder::ladder);
  }

  /** What it can name, those that come with the service first. */
  public List<String> names(String organizationId) {
    return Stream.concat(
            bundled.names().stream(),
            own.of(organizationId, Map.of()).stream().map(kept -> kept.ladder().name()))
        .toList();
  }

  /**
   * Like {@link #names}.
   *
   * @param metadata what they have to have; those that come with the service have none
   */
  List<LadderResponse> all(String organizationId, MetadataFilter metadata) {
    List<Ladder> ofTheService = metadata.wanted().isEmpty() ? bundled.all() : List.of();
    return Stream.concat(
            ofTheService.stream().map(LadderResponse::of),
            own.of(organizationId, metadata.wanted()).stream().map(LadderResponse::of))
        .toList();
  }

  /**
   * @throws Problem 404
   */
  LadderResponse get(String organizationId, String name) {
    return bundled
        .find(name)
        .map(LadderResponse::of)
        .or(() -> own.find(organizationId, name).map(LadderResponse::of))
        .orElseThrow(() -> Problems.notFound("ladder", name));
  }

  /**
   * @throws Problem 422 naming each rule that is broken, 409 when there is one of that name
   */
  LadderResponse add(String organizationId, OwnLadder added) {
    Ladder ladder = added.ladder();
    List<Violation> broken = LadderRules.broken(ladder);
    if (!broken.isEmpty()) {
      Problem problem = Problems.validationFailed();
      broken.forEach(problem::violation);
      throw problem;
    }
    if (own.of(organizationId, Map.of()).size() >= LIMIT) {
      throw Problem.of(422, "ladder_limit_reached", "There is no room for more ladders")
          .detail("An organization has at most %d of its own; delete one.".formatted(LIMIT))
          .with("limit", LIMIT);
    }
    if (bundled.find(ladder.name()).isPresent()
        || !own.insert(organizationId, added, Times.now(clock))) {
      throw Problem.of(409, "ladder_exists", "There is a ladder of that name")
          .detail("A ladder does not change. Delete it first, or choose another name.");
    }
    return LadderResponse.of(added);
  }

  /**
   * @throws Problem 404, or 409 for one that comes with the service
   */
  void delete(String organizationId, String name, IfMatch ifMatch) {
    if (bundled.find(name).isPresent()) {
      throw Problem.of(409, "ladder_not_yours", "This ladder comes with the service")
          .detail("Only ladders of your organization can be deleted.");
    }
    ifMatch.require(OwnLadder.VERSION);
    if (!own.delete(organizationId, name)) {
      throw Problems.notFound("ladder", name);
    }
  }
}
