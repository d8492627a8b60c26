package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onair.client.ApiException;
import onair.client.model.Channel;
import onair.client.model.ChannelPatch;
import onair.client.model.ChannelRequest;
import onair.client.model.Event;
import onair.client.model.NewWebhook;
import onair.client.model.PageWebhookDelivery;
import onair.client.model.Webhook;
import onair.test.Receiver;
import onair.test.Receiver.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * account-service is killed with no warning, again and again, while events come in and messages are
 * under way; each time in the middle of one that it will never know was taken.
 */
@ExtendWith(OnAir.Extension.class)
class SuddenDeathE2E {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int WRITERS = 4;
  private static final int CHANGES = 4;

  /** Give more by {@code -Dkills}. */
  private static final int KILLS = Integer.getInteger("kills", 5);

  /** Give it by {@code -Dkills.seed} to have the same deaths again. */
  private final long seed = Long.getLong("kills.seed", System.nanoTime());

  private final Random random = new Random(seed);
  private final AtomicInteger messagesToLive = new AtomicInteger(-1);
  private final AtomicInteger kills = new AtomicInteger();
  private final ConcurrentLinkedQueue<Receiver.Message> unsigned = new ConcurrentLinkedQueue<>();

  @Test
  void losesNoEventAndNoMessageAndKeepsTheOrderOfEachResource(OnAir onAir) throws Exception {
    System.out.println("The seed of the kills is " + seed);
    Client client = onAir.client();
    try (var receiver = new Receiver();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      Webhook webhook =
          client.webhooks().createWebhook(new NewWebhook().url(receiver.url()), Client.key());
      long from = webhook.getSequence();
      receiver.answers(message -> take(onAir, webhook, message));
      var channels = new ArrayList<String>();
      for (int kill = 1; kill <= KILLS; kill++) {
        messagesToLive.set(1 + random.nextInt(25));
        channels.addAll(killedWhileChannelsChange(client, threads, kill));
      }

      List<Event> log = untilAllAreDeleted(client, from, channels);
      for (String channel : channels) {
        assertThat(steps(ToldEvents.of(channel, log))).as(channel).isEqualTo(lifeOfAChannel());
      }
      everyMessageCame(receiver, log);
      everyDeliveryEnded(client, webhook);
      assertThat(unsigned).isEmpty();
      System.out.printf(
          "%d kills, %d events, %d messages%n", kills.get(), log.size(), receiver.all().size());
      client.webhooks().deleteWebhook(webhook.getId(), null);
    }
  }

  /** Kills whoever sent the message before it has the answer, when it is that message's turn. */
  private Answer take(OnAir onAir, Webhook webhook, Receiver.Message message) {
    if (!ToldEvents.isSigned(webhook.getSecret(), message)) {
      unsigned.add(message);
    }
    if (messagesToLive.getAndDecrement() == 1) {
      ProcessHandle process = onAir.platform().process("account-service");
      process.destroyForcibly();
      process.onExit().join();
      kills.incrementAndGet();
    }
    return Answer.of(200);
  }

  private List<String> killedWhileChannelsChange(Client client, ExecutorService threads, int kill)
      throws Exception {
    var made = new ArrayList<String>();
    do {
      List<Callable<String>> lives =
          IntStream.range(0, WRITERS)
              .<Callable<String>>mapToObj(writer -> () -> live(client))
              .toList();
      for (Future<String> channel : threads.invokeAll(lives)) {
        made.add(channel.get());
      }
    } while (kills.get() < kill);
    return made;
  }

  /** A channel is made, changed a few times and removed, however long each takes. */
  private static String live(Client client) {
    String key = Client.key();
    Channel made =
        persist(
            () ->
                client
                    .channels()
                    .createChannel(
                        key,
                        new ChannelRequest().name("Short life").metadata(Map.of("step", "0"))));
    for (int step = 1; step <= CHANGES; step++) {
      var patch = new ChannelPatch().metadata(Map.of("step", Integer.toString(step)));
      persist(() -> client.channels().updateChannel(made.getId(), patch, null, null));
    }
    persist(() -> client.channels().deleteChannel(made.getId(), null));
    return made.getId();
  }

  private static List<String> lifeOfAChannel() {
    var steps = new ArrayList<String>();
    steps.add("channel.created 0");
    for (int step = 1; step <= CHANGES; step++) {
      steps.add("channel.updated " + step);
    }
    steps.add("channel.deleted " + CHANGES);
    return steps;
  }

  private static List<String> steps(List<Event> events) {
    return events.stream()
        .map(
            event ->
                event.getType()
                    + (event.getData().get("metadata") instanceof Map<?, ?> metadata
                        ? " " + metadata.get("step")
                        : ""))
        .toList();
  }

  /** Asks again while account-service is away; the gateway says so with 503. */
  private static <T> T persist(Callable<T> call) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .ignoreExceptionsMatching(
            failure -> failure instanceof ApiException refused && refused.getCode() >= 500)
        .until(call, answer -> true);
  }

  /** All events, as soon as the last of each channel is among them. */
  private static List<Event> untilAllAreDeleted(Client client, long from, List<String> channels) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(PAUSE)
        .until(
            () -> persist(() -> ToldEvents.after(client, from)),
            log ->
                log.stream()
                    .filter(event -> event.getType().equals("channel.deleted"))
                    .map(event -> event.getResource().getId())
                    .toList()
                    .containsAll(channels));
  }

  private static void everyMessageCame(Receiver receiver, List<Event> log) {
    List<String> ids = log.stream().map(Event::getId).toList();
    await()
        .atMost(PATIENCE)
        .pollInterval(PAUSE)
        .untilAsserted(
            () ->
                assertThat(receiver.taken().stream().map(one -> one.header("webhook-id")))
                    .containsAll(ids));
    List<Receiver.Message> taken = receiver.taken();
    assertThat(taken.size()).as("some came twice").isGreaterThan(log.size());
    Map<String, Set<String>> bodies =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.header("webhook-id"),
                    Collectors.mapping(Receiver.Message::body, Collectors.toSet())));
    assertThat(bodies.values())
        .as("the same each time")
        .allSatisfy(same -> assertThat(same).hasSize(1));
    var order = new LinkedHashMap<String, List<Long>>();
    taken.forEach(
        one -> order.computeIfAbsent(one.resource(), id -> new ArrayList<>()).add(one.sequence()));
    assertThat(order.values())
        .allSatisfy(sequences -> assertThat(sequences).as("in turn").isSorted());
  }

  private static void everyDeliveryEnded(Client client, Webhook webhook) {
    await()
        .atMost(PATIENCE)
        .pollInterval(PAUSE)
        .untilAsserted(
            () -> {
              for (String status : List.of("pending", "failed", "cancelled")) {
                PageWebhookDelivery page =
                    client
                        .webhooks()
                        .listWebhookDeliveries(webhook.getId(), status, null, 10, null);
                assertThat(page.getData()).as(status).isEmpty();
              }
            });
  }
}
