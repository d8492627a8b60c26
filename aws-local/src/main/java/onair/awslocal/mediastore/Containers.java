package onair.awslocal.mediastore;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.mediastore.model.CorsRule;
import software.amazon.awssdk.services.mediastore.model.MetricPolicy;

/**
 * All containers and their states: CREATING until it is ACTIVE, DELETING until it is gone. Its
 * bucket stands from the first moment; its host answers while it is ACTIVE.
 */
final class Containers {

  private static final Transition CREATE =
      new Transition("mediastore.container.create", Duration.ofMillis(500), Duration.ofSeconds(60));
  private static final Transition DELETE =
      new Transition("mediastore.container.delete", Duration.ofMillis(300), Duration.ofSeconds(20));

  private static final int MOST_PER_REGION = 100;
  private static final int DEFAULT_PAGE = 100;
  private static final char[] ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int ID_LENGTH = 14;

  private final Table<ContainerRow> rows;
  private final ObjectStore objects;
  private final OriginDirectory origins;
  private final Lifecycle lifecycle;
  private final Profile profile;
  private final StoreEvents events;
  private final SecureRandom random = new SecureRandom();

  Containers(
      StateStore state,
      ObjectStore objects,
      OriginDirectory origins,
      Lifecycle lifecycle,
      Profile profile,
      StoreEvents events) {
    this.rows =
        state.table(
            "mediastore-containers",
            SdkRows.codec(ContainerRow.class, List.of(CorsRule.class, MetricPolicy.class)));
    this.objects = objects;
    this.origins = origins;
    this.lifecycle = lifecycle;
    this.profile = profile;
    this.events = events;
  }

  /** Lets the ledger write down what happens to them. */
  void record(Ledger ledger) {
    ledger.watch(
        rows, "mediastore", "container", ContainerRow::arn, row -> row.status().toString());
  }

  /** Goes on with what a former process left under way. */
  void resume() {
    for (ContainerRow row : rows.list()) {
      if (row.isActive()) {
        open(row);
      } else {
        schedule(row);
      }
    }
  }

  synchronized ContainerRow create(String name, Map<String, String> tags) {
    Scope scope = Scope.current();
    if (rows.get(scope.key(name)).isPresent()) {
      throw Refusals.inUse("The container already exists: " + name);
    }
    if (rows.list().stream().filter(row -> row.scope().equals(scope)).count() >= MOST_PER_REGION) {
      throw Refusals.limit("An account has at most " + MOST_PER_REGION + " containers");
    }
    Instant now = lifecycle.now();
    ContainerRow row =
        new ContainerRow(
            scope,
            name,
            freshId(),
            now,
            ContainerStatus.CREATING,
            now.plus(profile.of(CREATE)),
            false,
            ContainerRow.Settings.tagged(tags));
    objects.create(row.id());
    rows.put(row.key(), row);
    schedule(row);
    return row;
  }

  /** Only an empty container can be deleted. */
  synchronized void delete(String name) {
    ContainerRow row = active(name);
    if (!objects.removeEmpty(row.id())) {
      throw Refusals.inUse("The container " + name + " still holds objects");
    }
    origins.unregister(row.host());
    ContainerRow leaving =
        row.in(ContainerStatus.DELETING, lifecycle.now().plus(profile.of(DELETE)));
    rows.put(row.key(), leaving);
    schedule(leaving);
  }

  ContainerRow get(String name) {
    return rows.get(Scope.current().key(name)).orElseThrow(() -> Refusals.noContainer(name));
  }

  /** The container; refused while it is created or deleted. */
  ContainerRow active(String name) {
    ContainerRow row = get(name);
    if (!row.isActive()) {
      throw Refusals.inUse("The container " + name + " is " + row.status());
    }
    return row;
  }

  ContainerRow byArn(String arn) {
    Scope scope = Scope.current();
    return rows.list().stream()
        .filter(row -> row.scope().equals(scope) && row.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> Refusals.noContainer(arn));
  }

  void change(ContainerRow row, UnaryOperator<ContainerRow> change) {
    if (rows.update(row.key(), change).isEmpty()) {
      throw Refusals.noContainer(row.name());
    }
  }

  Page<ContainerRow> page(@Nullable Integer max, @Nullable String token) {
    Scope scope = Scope.current();
    List<ContainerRow> all = rows.list().stream().filter(row -> row.scope().equals(scope)).toList();
    try {
      return Page.of(all, ContainerRow::name, max == null ? DEFAULT_PAGE : max, token);
    } catch (Page.BadToken e) {
      throw Refusals.invalid("The pagination token is not valid");
    }
  }

  /** The container whose objects are asked for, when it is ACTIVE. */
  Optional<ContainerRow> withId(String id) {
    return rows.list().stream().filter(row -> row.id().equals(id) && row.isActive()).findFirst();
  }

  Bucket bucket(ContainerRow row) {
    return objects.bucket(row.id()).orElseThrow(() -> Refusals.noContainer(row.name()));
  }

  private void schedule(ContainerRow row) {
    Instant due = row.due() == null ? lifecycle.now() : row.due();
    lifecycle.at(due, row.status() + " container " + row.name(), () -> finish(row.key()));
  }

  private synchronized void finish(String key) {
    ContainerRow row = rows.get(key).orElse(null);
    if (row == null || row.isActive()) {
      return;
    }
    if (row.status() == ContainerStatus.CREATING) {
      ContainerRow ready = row.in(ContainerStatus.ACTIVE, null);
      open(ready);
      rows.put(key, ready);
      events.created(ready);
    } else {
      rows.remove(key);
      events.removed(row);
    }
  }

  private void open(ContainerRow row) {
    origins.register(
        row.host(),
        request ->
            withId(row.id())
                .map(now -> ContainerOrigin.answer(now, bucket(now), request))
                .orElseGet(ContainerOrigin::gone));
  }

  private String freshId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_CHARACTERS[random.nextInt(ID_CHARACTERS.length)]);
    }
    return id.toString();
  }
}
