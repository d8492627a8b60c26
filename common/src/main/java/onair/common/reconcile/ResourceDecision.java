package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import onair.common.reconcile.Facts.Listing;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;

/**
 * Decides the next step for one resource from what is stored and what this run has learned. Pure:
 * the same arguments give the same step.
 *
 * <p>Two rules carry the rest. <b>Doubt</b>: a create is answered at once, or it may take effect
 * until {@code doubtUntil}, and then only a listing after that time ends the doubt. A resource
 * whose every call was answered has no doubt, so deleting it takes no longer than AWS takes.
 * <b>Gone</b>: an id that AWS does not show is believed gone when AWS had accepted its delete, or
 * when it is older than {@code settle}; before that the id may only not be visible yet.
 */
final class ResourceDecision {

  /**
   * What the decisions are tuned with.
   *
   * @param settle from a call's intent until neither a late effect nor a stale listing is possible
   * @param look how often a resource is looked at while waiting for it
   */
  record Rules(Idempotency idempotency, Duration settle, Duration look) {}

  /** A late effect found early need not be waited for; listing oftener would cost call quota. */
  private static final int LISTINGS_WHILE_SETTLING = 9;

  private ResourceDecision() {}

  static <O> Step<O> next(ResourceRow row, Facts<O> facts, Rules rules, Instant now) {
    return switch (row.create()) {
      case NONE -> none(row, facts, rules, now);
      case UNKNOWN -> unknown(row, facts, rules, now);
      case KNOWN -> known(row, facts, rules, now);
    };
  }

  /** Nothing of this generation exists; an earlier lost answer may still bring something. */
  private static <O> Step<O> none(ResourceRow row, Facts<O> facts, Rules rules, Instant now) {
    if (facts.clash() != null) {
      // AWS refused the create because of something that is there: perhaps a copy of ours.
      return orElse(adopt(row, facts, rules, now), new Step.Refused<>(facts.clash()));
    }
    if (row.doubtUntil() != null) {
      return orElse(
          adopt(row, facts, rules, now),
          row.settled(now) ? new Step.ClearDoubt<>() : waitToSettle(row, rules, now));
    }
    return row.desired() == Desired.ABSENT
        ? new Step.Final<>()
        : new Step.Create<>(row.generation() + 1);
  }

  /** The create was about to be sent, and whatever came of it was not recorded. */
  private static <O> Step<O> unknown(ResourceRow row, Facts<O> facts, Rules rules, Instant now) {
    if (row.settled(now)) {
      return orElse(adopt(row, facts, rules, now), new Step.NeverMade<>());
    }
    boolean repeat =
        row.desired() == Desired.PRESENT && facts.clash() == null && repeatable(row, rules, now);
    if (repeat && rules.idempotency() instanceof Idempotency.Token) {
      return new Step.RepeatCreate<>();
    }
    return orElse(
        adopt(row, facts, rules, now),
        repeat ? new Step.RepeatCreate<>() : waitToSettle(row, rules, now));
  }

  private static <O> Step<O> known(ResourceRow row, Facts<O> facts, Rules rules, Instant now) {
    if (facts.sight() == null) {
      return new Step.Observe<>();
    }
    if (facts.sight().found().isEmpty()) {
      return notThere(row, facts.sight().since(), rules, now);
    }
    Found<O> found = facts.sight().found().get();
    if (row.desired() == Desired.ABSENT || row.removal() != Removal.NONE) {
      // A deletion once begun is carried through: what it did is not known, and a late delete
      // would take away the resource under a user who wants it again.
      return facts.deleteSent()
          ? new Step.Wait<>(now.plus(rules.look()), "AWS is deleting it")
          : new Step.Delete<>(found);
    }
    return checkSingle(row, facts, found, now);
  }

  private static <O> Step<O> notThere(ResourceRow row, Instant looked, Rules rules, Instant now) {
    Instant visible = Objects.requireNonNull(row.knownAt()).plus(rules.settle());
    if (row.removal() == Removal.ACCEPTED || !looked.isBefore(visible)) {
      return new Step.Gone<>();
    }
    return new Step.Wait<>(
        earlier(visible, now.plus(rules.look())), "AWS does not show it, which may be too early");
  }

  /** The resource is there; after a lost answer there may be a second one. */
  private static <O> Step<O> checkSingle(
      ResourceRow row, Facts<O> facts, Found<O> own, Instant now) {
    Listing<O> listing = facts.listing();
    if (listing != null && !facts.extrasSent()) {
      List<Found<O>> extras =
          listing.copies().stream()
              .filter(found -> !found.physicalId().equals(own.physicalId()))
              .toList();
      if (!extras.isEmpty()) {
        return new Step.RemoveExtras<>(extras);
      }
    }
    if (row.doubtUntil() == null || !row.settled(now) || facts.extrasSent()) {
      return new Step.Ready<>(own);
    }
    return listing != null && listing.conclusive(row)
        ? new Step.ClearDoubt<>()
        : new Step.ListAll<>();
  }

  /**
   * List first, again when the doubt has ended since; adopt the oldest of what is there; null when
   * nothing is.
   */
  private static <O> @Nullable Step<O> adopt(
      ResourceRow row, Facts<O> facts, Rules rules, Instant now) {
    Listing<O> listing = facts.listing();
    if (listing == null) {
      return new Step.ListAll<>();
    }
    if (!listing.copies().isEmpty()) {
      return new Step.Adopt<>(listing.copies().getFirst(), listing.copies().size() > 1);
    }
    if (listing.unconfirmed()) {
      return new Step.Wait<>(now.plus(rules.look()), "AWS lists a copy that it does not show");
    }
    return row.settled(now) && !listing.conclusive(row) ? new Step.ListAll<>() : null;
  }

  /**
   * Whether a second create gives the first one's resource. AWS counts a token's validity from the
   * first success, which is not before the intent; a repeat that is itself late by up to {@code
   * settle} must still meet it. A token as short as that is trusted for half its time, and the
   * listing that ends the doubt removes the second copy if that was wrong.
   */
  private static boolean repeatable(ResourceRow row, Rules rules, Instant now) {
    return switch (rules.idempotency()) {
      case Idempotency.None() -> false;
      case Idempotency.NaturalName() -> true;
      case Idempotency.Token(Duration validity) -> {
        Duration half = validity.dividedBy(2);
        Duration safe = validity.minus(rules.settle());
        Duration window = safe.compareTo(half) > 0 ? safe : half;
        yield now.isBefore(Objects.requireNonNull(row.intentAt()).plus(window));
      }
    };
  }

  private static <O> Step<O> waitToSettle(ResourceRow row, Rules rules, Instant now) {
    Instant until = Objects.requireNonNull(row.doubtUntil());
    Instant relist = now.plus(rules.settle().dividedBy(LISTINGS_WHILE_SETTLING));
    return new Step.Wait<>(
        earlier(until, relist), "an answer was lost; its effect may still show up");
  }

  private static <O> Step<O> orElse(@Nullable Step<O> first, Step<O> second) {
    return first == null ? second : first;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
