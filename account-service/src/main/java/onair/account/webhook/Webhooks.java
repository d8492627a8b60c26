package onair.account.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onair.account.event.EventLog;
import onair.common.id.Ids;
import onair.common.outgoing.TargetCheck;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** What can be done with webhooks. */
final class Webhooks {

  private static final int MOST = 50;

  private final WebhookStore store;
  private final DeliveryStore deliveries;
  private final EventLog log;
  private final TargetCheck targets;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final Runnable changed;

  /**
   * @param changed run when there may be something to send
   */
  Webhooks(
      Dispatch.Stores stores,
      EventLog log,
      TargetCheck targets,
      TransactionOperations transactions,
      InstantSource clock,
      Runnable changed) {
    this.store = stores.webhooks();
    this.deliveries = stores.deliveries();
    this.log = log;
    this.targets = targets;
    this.transactions = transactions;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * @throws Problem 422 for an address we do not call or a type there is not
   */
  void check(@Nullable String url, @Nullable List<String> types) {
    Problem problem = Problems.validationFailed();
    if (url != null) {
      targets
          .violation("url", url)
          .ifPresent(wrong -> problem.violation(wrong.field(), wrong.code(), wrong.detail()));
    }
    if (types != null) {
      for (int i = 0; i < types.size(); i++) {
        if (!EventLog.isType(types.get(i))) {
          problem.violation("types[" + i + "]", "unknown_value", "must be a type of event");
        }
      }
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
  }

  /** A new webhook, told of what happens from now on, and its secret, which is told only here. */
  WebhookResponse create(Caller caller, WebhookRequest wanted) {
    String organization = caller.organizationId();
    if (store.count(organization) >= MOST) {
      throw Problem.of(409, "too_many_webhooks", "There are as many webhooks as there can be")
          .detail("An organization has at most " + MOST + ". Delete one.");
    }
    Instant now = Times.now(clock);
    var secret = WebhookSecret.next();
    var webhook =
        new Webhook(
            Ids.next("whk"),
            organization,
            URI.create(wanted.url()),
            wanted.description(),
            wanted.typesOrAll(),
            Webhook.Status.ENABLED,
            null,
            wanted.metadataOrNone(),
            null,
            log.head(organization),
            null,
            now,
            now,
            1);
    store.create(webhook, secret);
    return WebhookResponse.withSecret(webhook, secret);
  }

  /**
   * @throws Problem 404 when there is none of this organization
   */
  Webhook get(Caller caller, String id) {
    return store
        .find(caller.organizationId(), id)
        .orElseThrow(() -> Problems.notFound("webhook", id));
  }

  Webhook update(Caller caller, String id, IfMatch ifMatch, WebhookPatch patch) {
    check(patch.url().value(), patch.types().value());
    return change(
        caller,
        id,
        ifMatch,
        webhook -> {
          Instant now = Times.now(clock);
          Webhook patched = webhook.patched(patch, now);
          if (patched.equals(webhook)) {
            return webhook;
          }
          store.update(patched);
          if (patched.status() == Webhook.Status.ENABLED
              && webhook.status() == Webhook.Status.DISABLED) {
            deliveries.hurry(patched, now);
          }
          return patched;
        });
  }

  /** A new secret; the one before stays good for a while. */
  WebhookResponse rotate(Caller caller, String id, Duration overlap) {
    var secret = WebhookSecret.next();
    Instant now = Times.now(clock);
    Webhook rotated =
        change(
            caller,
            id,
            IfMatch.any(),
            webhook -> {
              store.rotate(webhook, secret, now.plus(overlap), now);
              return get(caller, id);
            });
    return WebhookResponse.withSecret(rotated, secret);
  }

  /** Sends everything behind a sequence once more, in the order of the log. */
  Webhook replay(Caller caller, String id, long after) {
    return change(
        caller,
        id,
        IfMatch.any(),
        webhook -> {
          if (after > webhook.position()) {
            throw Problems.validationFailed()
                .violation("after", "out_of_range", "must not be behind what was sent already");
          }
          log.requireKept(caller.organizationId(), "after", after);
          deliveries.cancelAfter(webhook, after, Times.now(clock));
          store.moveTo(webhook, after);
          return get(caller, id);
        });
  }

  /** Sends the event of a delivery once more. */
  Delivery redeliver(Caller caller, String id, String deliveryId) {
    var made = new Delivery[1];
    change(
        caller,
        id,
        IfMatch.any(),
        webhook -> {
          Delivery before = delivery(webhook, deliveryId);
          var event = log.get(caller.organizationId(), before.eventId());
          deliveries.add(webhook, List.of(event), true, Times.now(clock));
          made[0] = deliveries.newest(webhook, event.id());
          return webhook;
        });
    return Objects.requireNonNull(made[0]);
  }

  /**
   * @throws Problem 404 when there is none of this webhook
   */
  Delivery delivery(Webhook webhook, String id) {
    return deliveries.find(webhook, id).orElseThrow(() -> Problems.notFound("delivery", id));
  }

  void delete(Caller caller, String id, IfMatch ifMatch) {
    change(
        caller,
        id,
        ifMatch,
        webhook -> {
          store.delete(webhook);
          return webhook;
        });
  }

  private Webhook change(
      Caller caller, String id, IfMatch ifMatch, Function<Webhook, Webhook> change) {
    Webhook result =
        transactions.execute(
            status -> {
              Webhook webhook =
                  store
                      .lock(caller.organizationId(), id)
                      .orElseThrow(() -> Problems.notFound("webhook", id));
              ifMatch.require(webhook.version());
              return change.apply(webhook);
            });
    changed.run();
    return Objects.requireNonNull(result);
  }
}
