package onair.awslocal.mediastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediastore.model.ContainerInUseException;
import software.amazon.awssdk.services.mediastore.model.ContainerNotFoundException;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.mediastore.model.PolicyNotFoundException;

/** Two containers in a process that can be restarted, beside what MediaStore documents of them. */
final class ContainerWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Answer MISSING = Answer.refused(ContainerNotFoundException.class);
  private static final Answer BUSY = Answer.refused(ContainerInUseException.class);
  private static final Answer NO_POLICY = Answer.refused(PolicyNotFoundException.class);
  private static final Duration CREATION = Duration.ofMillis(500);
  private static final Duration DELETION = Duration.ofMillis(300);
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Action\":\"mediastore:GetObject\",\"Resource\":\"*\"}]}";

  /** What a container should be. */
  private static final class Wanted {
    ContainerStatus status = ContainerStatus.CREATING;
    Instant due;
    boolean full;
    boolean policy;

    Wanted(Instant due) {
      this.due = due;
    }
  }

  private final Path folder;
  private final Map<String, Wanted> containers = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> expectedNews = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore state;
  private ObjectStore objects;
  private Lifecycle lifecycle;
  private LocalMediaStore backend;

  ContainerWorld(Path folder) {
    this.folder = folder;
    open();
  }

  private void open() {
    this.state = new StateStore(folder.resolve("state"), () -> now, false);
    this.objects = new ObjectStore("mediastore", state, folder.resolve("objects"), () -> now);
    this.lifecycle = Lifecycle.manual(() -> now);
    EventPublisher events =
        (source, type, resources, detail) ->
            told.add(detail.get("Operation") + " " + detail.get("ContainerName"));
    this.backend =
        new LocalMediaStore(
            state,
            objects,
            new OriginDirectory(),
            lifecycle,
            Profile.FAST,
            events,
            () -> URI.create("http://127.0.0.1:4566"));
    backend.resume();
    lifecycle.runDue();
  }

  void restart() {
    close();
    open();
  }

  void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
    for (Map.Entry<String, Wanted> entry : List.copyOf(containers.entrySet())) {
      Wanted wanted = entry.getValue();
      if (wanted.status != ContainerStatus.ACTIVE && !wanted.due.isAfter(now)) {
        boolean made = wanted.status == ContainerStatus.CREATING;
        expectedNews.add((made ? "CREATE " : "REMOVE ") + entry.getKey());
        wanted.status = ContainerStatus.ACTIVE;
        if (!made) {
          containers.remove(entry.getKey());
        }
      }
    }
  }

  void create(String name) {
    Answer expected = containers.containsKey(name) ? BUSY : Answer.OK;
    expect(expected, aws -> aws.createContainer(c -> c.containerName(name)));
    if (expected.isOk()) {
      containers.put(name, new Wanted(now.plus(CREATION)));
    }
  }

  void delete(String name) {
    Wanted wanted = containers.get(name);
    Answer expected = wanted != null && wanted.full ? BUSY : usable(wanted);
    expect(expected, aws -> aws.deleteContainer(c -> c.containerName(name)));
    if (expected.isOk()) {
      wanted.status = ContainerStatus.DELETING;
      wanted.due = now.plus(DELETION);
    }
  }

  /** Puts an object into the container, or takes it away. */
  void fill(String name, boolean full) throws IOException {
    Wanted wanted = containers.get(name);
    if (wanted == null || wanted.status != ContainerStatus.ACTIVE) {
      return;
    }
    String endpoint =
        CALLER.call(
            () -> backend.describeContainer(c -> c.containerName(name)).container().endpoint());
    Bucket bucket = objects.bucket(endpoint.substring(endpoint.lastIndexOf('/') + 1)).orElseThrow();
    if (full) {
      bucket.put("a", new ByteArrayInputStream(new byte[1]), ObjectMeta.of("text/plain"));
    } else {
      bucket.delete("a");
    }
    wanted.full = full;
  }

  void putPolicy(String name) {
    Wanted wanted = containers.get(name);
    expect(
        usable(wanted), aws -> aws.putContainerPolicy(c -> c.containerName(name).policy(POLICY)));
    if (usable(wanted).isOk()) {
      wanted.policy = true;
    }
  }

  void deletePolicy(String name) {
    Wanted wanted = containers.get(name);
    expect(usable(wanted), aws -> aws.deleteContainerPolicy(c -> c.containerName(name)));
    if (usable(wanted).isOk()) {
      wanted.policy = false;
    }
  }

  private static Answer usable(@Nullable Wanted wanted) {
    if (wanted == null) {
      return MISSING;
    }
    return wanted.status == ContainerStatus.ACTIVE ? Answer.OK : BUSY;
  }

  private void expect(Answer expected, Consumer<LocalMediaStore> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    assertThat(told).containsExactlyInAnyOrderElementsOf(expectedNews);
    CALLER.call(
        () -> {
          assertThat(backend.listContainers(l -> {}).containers())
              .extracting(c -> c.name() + " " + c.statusAsString() + " " + (c.endpoint() != null))
              .containsExactlyElementsOf(
                  containers.entrySet().stream()
                      .map(
                          c ->
                              c.getKey()
                                  + " "
                                  + c.getValue().status
                                  + " "
                                  + (c.getValue().status == ContainerStatus.ACTIVE))
                      .toList());
          containers.forEach(
              (name, wanted) ->
                  assertThat(
                          Answer.to(() -> backend.getContainerPolicy(c -> c.containerName(name))))
                      .isEqualTo(
                          usable(wanted).isOk() && !wanted.policy ? NO_POLICY : usable(wanted)));
          return state;
        });
  }

  @Override
  public void close() {
    lifecycle.close();
    state.close();
  }
}
