package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.test.PostgresDatabase;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in PostgreSQL before and after each call to AWS. */
@WithPostgres
class ResourcesIT {
  private static final ResourceKey KEY = new ResourceKey("ch_1", "thing");

  private final SettableClock clock = SettableClock.create();
  private final PostgresDatabase database = PostgresDatabase.create();
  private final Node node = new Node(database, clock);
  private final Things things = new Things();
  private final Resources resources =
      new Resources(
          new Resources.Tools(
              node.store,
              thrown -> new CallFailure(AwsFailure.UNAVAILABLE, false, "no answer"),
              new Identities("test"),
              Node.patience(),
              clock));

  /** Tokenless things; a call can be made to fail after its effect. */
  private final class Things implements ExternalResource<String, String> {
    private final List<Found<String>> all = new ArrayList<>();
    private final List<Identity> created = new ArrayList<>();
    private Runnable during = () -> {};
    private Deletion deletion = new Deletion.Requested();

    @Override
    public String kind() {
      return "thing";
    }

    @Override
    public Idempotency idempotency() {
      return new Idempotency.None();
    }

    @Override
    public Optional<Found<String>> observe(String physicalId) {
      return all.stream().filter(found -> found.physicalId().equals(physicalId)).findFirst();
    }

    @Override
    public List<Found<String>> find(Identity identity) {
      return List.copyOf(all);
    }

    @Override
    public Found<String> create(Identity identity, String spec) {
      created.add(identity);
      var found = new Found<>("id-" + created.size(), spec, clock.instant());
      all.add(found);
      during.run();
      return found;
    }

    @Override
    public Deletion delete(Found<String> found) {
      if (deletion instanceof Deletion.Requested) {
        all.removeIf(each -> each.physicalId().equals(found.physicalId()));
      }
      during.run();
      return deletion;
    }
  }

  @BeforeEach
  void migrate() {
    Node.migrate(database);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Lease lease() {
    return node.leases.take("ch_1");
  }

  private Ensured<String> present(Lease lease) {
    return resources.ensurePresent(lease, KEY, "org_1", things, "spec");
  }

  private ResourceRow row() {
    return resources.of("ch_1").getFirst();
  }

  @Test
  void theIntentIsCommittedBeforeAwsIsAsked() {
    var atTheCall = new ArrayList<ResourceRow>();
    things.during = () -> atTheCall.add(row());

    var ensured = present(lease());

    assertThat(ensured).isInstanceOf(Ensured.Ready.class);
    assertThat(atTheCall).hasSize(1);
    assertThat(atTheCall.getFirst().create()).isEqualTo(Create.UNKNOWN);
    assertThat(atTheCall.getFirst().token()).isEqualTo("ch_1/thing#1");
    assertThat(atTheCall.getFirst().doubtUntil())
        .isEqualTo(clock.instant().plus(Duration.ofSeconds(90)));
    assertThat(row().create()).isEqualTo(Create.KNOWN);
    assertThat(row().physicalId()).isEqualTo("id-1");
    assertThat(row().doubtUntil()).as("an answered call leaves no doubt").isNull();
    assertThat(row().deadlineAt()).isNull();
  }

  @Test
  void tagsSayWhoseItIs() {
    present(lease());

    assertThat(things.created.getFirst().tags())
        .containsEntry("onair:deployment", "test")
        .containsEntry("onair:organization", "org_1")
        .containsEntry("onair:resource", "ch_1/thing")
        .containsEntry("onair:generation", "1");
    assertThat(things.created.getFirst().name()).isEqualTo("ch_1");
  }

  @Test
  void aCrashBetweenIntentAndCreateIsWaitedOutAndThenCreatedOnce() {
    try (var listening = CrashPoint.listen(ResourcesIT::dieAfterTheIntent)) {
      assertThatThrownBy(() -> present(lease())).isInstanceOf(AssertionError.class);
    }
    assertThat(row().create()).isEqualTo(Create.UNKNOWN);

    var early = present(lease());
    clock.advance(Duration.ofSeconds(91));
    var settled = present(lease());

    assertThat(early).isInstanceOf(Ensured.NotYet.class);
    assertThat(settled).isInstanceOf(Ensured.Ready.class);
    assertThat(things.created).extracting(Identity::generation).containsExactly(2L);
  }

  private static void dieAfterTheIntent(String point) {
    if (point.equals("resource.intent.after")) {
      throw new AssertionError("the process died");
    }
  }

  @Test
  void aLostAnswerIsMadeUpForByAdoptingWhatIsThere() {
    things.during =
        () -> {
          throw new IllegalStateException("connection reset");
        };
    var lost = present(lease());
    things.during = () -> {};

    var adopted = present(lease());

    assertThat(lost).isInstanceOf(Ensured.NotYet.class);
    assertThat(adopted).isInstanceOf(Ensured.Ready.class);
    assertThat(things.created).hasSize(1);
    assertThat(row().doubtUntil()).as("a second copy may still come").isNotNull();
  }

  @Test
  void atRestASecondCopyThatCameLateIsRemovedAndTheDoubtEnds() {
    things.during =
        () -> {
          throw new IllegalStateException("connection reset");
        };
    present(lease());
    things.during = () -> {};
    present(lease());

    var early = resources.settle(lease(), KEY, things);
    things.all.add(new Found<>("id-late", "spec", clock.instant().plusSeconds(30)));
    clock.advance(Duration.ofSeconds(91));
    resources.settle(lease(), KEY, things);
    var settled = resources.settle(lease(), KEY, things);

    assertThat(early).containsInstanceOf(Outcome.Waiting.class);
    assertThat(settled).isEmpty();
    assertThat(things.all).extracting(Found::physicalId).containsExactly("id-1");
    assertThat(row().doubtUntil()).isNull();
  }

  @Test
  void atRestWhatWasNeverMadeIsNotMadeAndNotOverdue() {
    try (var listening = CrashPoint.listen(ResourcesIT::dieAfterTheIntent)) {
      assertThatThrownBy(() -> present(lease())).isInstanceOf(AssertionError.class);
    }

    var early = resources.settle(lease(), KEY, things);
    clock.advance(Duration.ofSeconds(91));
    var settled = resources.settle(lease(), KEY, things);

    assertThat(early).containsInstanceOf(Outcome.Waiting.class);
    assertThat(settled).isEmpty();
    assertThat(things.created).isEmpty();
    assertThat(row().create()).isEqualTo(Create.NONE);
    assertThat(row().overdue(clock.instant().plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void aKnownResourceIsDeletedWithoutWaitingForSettle() {
    present(lease());

    var removed = resources.ensureAbsent(lease(), KEY, things);

    assertThat(removed).isEqualTo(new Removed.Final());
    assertThat(row().isFinal()).isTrue();
    assertThat(row().generation()).as("never used again").isEqualTo(1);
  }

  @Test
  void afterALostAnswerAbsenceIsFinalOnlyWhenNothingCanComeAnyMore() {
    try (var listening = CrashPoint.listen(ResourcesIT::dieAfterTheIntent)) {
      assertThatThrownBy(() -> present(lease())).isInstanceOf(AssertionError.class);
    }

    var early = resources.ensureAbsent(lease(), KEY, things);
    clock.advance(Duration.ofSeconds(89));
    things.all.add(new Found<>("id-late", "spec", clock.instant()));
    clock.advance(Duration.ofSeconds(2));
    var settled = resources.ensureAbsent(lease(), KEY, things);

    assertThat(early).isInstanceOf(Removed.NotYet.class);
    assertThat(settled).isEqualTo(new Removed.Final());
    assertThat(things.all).isEmpty();
  }

  @Test
  void aCallIsNotSentByAProcessThatStoodStillSinceItsCommit() {
    try (var listening = CrashPoint.listen(this::standStillAfterTheIntent)) {
      assertThat(present(lease())).isInstanceOf(Ensured.NotYet.class);
    }

    assertThat(things.created).isEmpty();
    assertThat(row().reason()).contains("held up");
  }

  private void standStillAfterTheIntent(String point) {
    if (point.equals("resource.intent.after")) {
      clock.advance(Duration.ofSeconds(31));
    }
  }

  @Test
  void whatTakesTooLongSaysSoAndIsWorkedOn() {
    present(lease());
    things.deletion = new Deletion.NotYet("it is stopping", Duration.ofSeconds(2));

    var early = resources.ensureAbsent(lease(), KEY, things);
    clock.advance(Duration.ofMinutes(16));
    var overdue = resources.ensureAbsent(lease(), KEY, things);
    boolean isOverdue = row().overdue(clock.instant());
    things.deletion = new Deletion.Requested();
    var removed = resources.ensureAbsent(lease(), KEY, things);

    assertThat(early)
        .isEqualTo(
            new Removed.NotYet(new Outcome.Waiting("it is stopping", Duration.ofSeconds(2))));
    assertThat(overdue)
        .isEqualTo(
            new Removed.NotYet(
                new Outcome.Failed("overdue: it is stopping", Duration.ofSeconds(2))));
    assertThat(isOverdue).isTrue();
    assertThat(removed).isEqualTo(new Removed.Final());
    assertThat(row().deadlineAt()).isNull();
  }

  @Test
  void aLostResourceIsMadeAnewWithANewToken() {
    present(lease());
    things.all.clear();
    clock.advance(Duration.ofMinutes(5));

    present(lease());

    assertThat(things.created).extracting(Identity::token).doesNotHaveDuplicates().hasSize(2);
    assertThat(things.all).hasSize(1);
  }

  @Test
  void aWorkerThatWasTakenOverCannotRecordAnything() {
    var old = lease();
    things.during = this::lease;

    assertThatThrownBy(() -> present(old)).isInstanceOf(StaleLease.class);

    assertThat(row().create()).as("left to whoever took over").isEqualTo(Create.UNKNOWN);
    assertThatThrownBy(() -> resources.ensureAbsent(old, KEY, things))
        .isInstanceOf(StaleLease.class);
    assertThat(row().desired()).isEqualTo(Desired.PRESENT);
  }

  @Test
  void aTakeOverWaitsForAWriteThatHoldsTheLease() throws Exception {
    var old = lease();
    var taken = new Thread(this::lease);

    node.transactions.executeWithoutResult(
        status -> {
          old.require();
          taken.start();
          assertThat(blockedOnALock()).isTrue();
        });
    taken.join();

    assertThatThrownBy(() -> node.transactions.executeWithoutResult(status -> old.require()))
        .isInstanceOf(StaleLease.class);
  }

  private boolean blockedOnALock() {
    var watcher = JdbcClient.create(database.dataSource());
    await().until(() -> lockWaits(watcher) == 1);
    return true;
  }

  private static int lockWaits(JdbcClient watcher) {
    return watcher
        .sql(
            """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and datname = current_database()
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void refusesToWorkInsideATransactionThatCouldTakeTheIntentBack() {
    var lease = lease();

    assertThatThrownBy(() -> node.transactions.executeWithoutResult(status -> present(lease)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
    assertThat(things.created).isEmpty();
  }

  @Test
  void refusesALeaseOfAnotherOwner() {
    var other = node.leases.take("ch_2");

    assertThatThrownBy(() -> present(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgetsOnlyWhatIsFinal() {
    present(lease());
    assertThatThrownBy(() -> resources.forget(lease())).isInstanceOf(IllegalStateException.class);

    resources.ensureAbsent(lease(), KEY, things);
    resources.forget(lease());

    assertThat(resources.of("ch_1")).isEmpty();
  }

  @Test
  void storesEveryFieldAsItIs() {
    var now = clock.instant();
    var full =
        new ResourceRow(
            KEY,
            "org_1",
            Desired.ABSENT,
            7,
            "ch_1/thing#7",
            now,
            Create.KNOWN,
            "id-7",
            now.plusSeconds(1),
            "RUNNING",
            now.plusSeconds(2),
            ResourceRow.Removal.ASKED,
            now.plusSeconds(3),
            now.plusSeconds(4),
            "it is stopping",
            1);
    var bare = ResourceRow.first(new ResourceKey("ch_1", "another"), "org_1", Desired.PRESENT);
    var lease = lease();

    node.store.save(lease, full);
    node.store.save(lease, bare);

    assertThat(node.store.load(KEY)).contains(full);
    assertThat(node.store.of("ch_1"))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("fence")
        .containsExactly(bare, full);
  }
}
