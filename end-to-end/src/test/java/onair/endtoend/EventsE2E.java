package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import onair.client.ApiException;
import onair.client.model.Channel;
import onair.client.model.ChannelPatch;
import onair.client.model.ChannelRequest;
import onair.client.model.Event;
import onair.client.model.NewWebhook;
import onair.client.model.Webhook;
import onair.client.model.WebhookAttempt;
import onair.client.model.WebhookDelivery;
import onair.test.Receiver;
import onair.test.Receiver.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What happens to a channel, as a partner's programs hear of it: by webhook, page and stream. */
@ExtendWith(OnAir.Extension.class)
class EventsE2E {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void aChannelsLifeIsToldByWebhookPageAndStreamAlike(OnAir onAir) throws Exception {
    Client client = onAir.client();
    try (var receiver = new Receiver()) {
      Webhook webhook = create(client, receiver);
      try {
        var unsigned = new ConcurrentLinkedQueue<Receiver.Message>();
        receiver.answers(
            message -> {
              if (!ToldEvents.isSigned(webhook.getSecret(), message)) {
                unsigned.add(message);
              }
              return Answer.of(200);
            });
        long from = webhook.getSequence();
        String channel = aLife(client);
        List<Event> log = untilDeleted(client, from, channel);

        tellsWhatHappened(ToldEvents.of(channel, log));
        List<JsonNode> page = page(onAir, from, log.size());
        cameByWebhook(receiver, channel, page);
        assertThat(unsigned).isEmpty();
        comesByStream(onAir, from, page);
        isSentOnceMore(client, receiver, webhook, ToldEvents.of(channel, log).getFirst());
      } finally {
        client.webhooks().deleteWebhook(webhook.getId(), null);
      }
    }
  }

  private static Webhook create(Client client, Receiver receiver) throws ApiException {
    Webhook made =
        client
            .webhooks()
            .createWebhook(
                new NewWebhook().url(receiver.url()).metadata(Map.of("system", "newsroom")),
                Client.key());
    assertThat(made.getSecret()).startsWith("whsec_");
    assertThat(client.webhooks().getWebhook(made.getId()).getMetadata())
        .isEqualTo(Map.of("system", "newsroom"));
    return made;
  }

  /** Made, changed, ready for an encoder that never comes, and removed; the channel's id. */
  private static String aLife(Client client) throws ApiException {
    Channel made =
        client
            .channels()
            .createChannel(
                Client.key(),
                new ChannelRequest().name("Morning show").metadata(Map.of("crew", "a")));
    String id = made.getId();
    client
        .channels()
        .updateChannel(id, new ChannelPatch().metadata(Map.of("crew", "b")), null, null);
    client.channels().startChannel(id, Client.key());
    await().atMost(PATIENCE).until(() -> status(client, id).equals("waiting"));
    client.channels().stopChannel(id, Client.key());
    await().atMost(PATIENCE).until(() -> status(client, id).equals("idle"));
    client.channels().deleteChannel(id, null);
    return id;
  }

  private static String status(Client client, String id) throws ApiException {
    return client.channels().getChannel(id).getStatus();
  }

  private static List<Event> untilDeleted(Client client, long from, String channel) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> ToldEvents.after(client, from),
            log ->
                ToldEvents.of(channel, log).stream()
                    .anyMatch(event -> event.getType().equals("channel.deleted")));
  }

  private static void tellsWhatHappened(List<Event> events) {
    assertThat(events.stream().map(Event::getType))
        .startsWith("channel.created", "channel.updated")
        .containsSubsequence(
            "channel.starting", "channel.waiting", "channel.stopping", "channel.idle")
        .endsWith("channel.deleted");
    assertThat(events.stream().map(event -> event.getResource().getVersion()))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(events.getFirst().getData()).containsEntry("metadata", Map.of("crew", "a"));
    assertThat(events.stream().skip(1))
        .allSatisfy(
            event -> assertThat(event.getData()).containsEntry("metadata", Map.of("crew", "b")));
  }

  /** As the API writes them. */
  private static List<JsonNode> page(OnAir onAir, long from, int count)
      throws InterruptedException {
    JsonNode page = onAir.api().get("/v1/events?after=" + from + "&limit=" + count).ok();
    return page.path("data").valueStream().toList();
  }

  private static void cameByWebhook(Receiver receiver, String channel, List<JsonNode> page) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(receiver.taken().stream().map(Receiver.Message::event))
                    .containsAll(page));
    assertThat(receiver.taken())
        .allSatisfy(
            message ->
                assertThat(message.header("webhook-id"))
                    .isEqualTo(message.event().path("id").asString()));
    assertThat(
            receiver.taken().stream()
                .filter(message -> message.resource().equals(channel))
                .map(Receiver.Message::sequence))
        .isSorted();
  }

  private static void comesByStream(OnAir onAir, long from, List<JsonNode> page) throws Exception {
    long last;
    try (EventStream stream = EventStream.after(onAir, from)) {
      List<EventStream.Told> first = stream.next(3);
      assertThat(first.stream().map(EventStream.Told::event))
          .containsExactlyElementsOf(page.subList(0, 3));
      last = first.getLast().id();
    }
    try (EventStream stream = EventStream.after(onAir, last)) {
      List<EventStream.Told> rest = stream.next(page.size() - 3);
      assertThat(rest.stream().map(EventStream.Told::event))
          .containsExactlyElementsOf(page.subList(3, page.size()));
      assertThat(rest)
          .allSatisfy(
              told -> {
                assertThat(told.event().path("sequence").asLong()).isEqualTo(told.id());
                assertThat(told.event().path("type").asString()).isEqualTo(told.type());
              });
    }
  }

  private static void isSentOnceMore(Client client, Receiver receiver, Webhook webhook, Event event)
      throws ApiException {
    int before = timesTaken(receiver, event);
    WebhookDelivery delivery =
        client
            .webhooks()
            .listWebhookDeliveries(webhook.getId(), null, event.getId(), 10, null)
            .getData()
            .getFirst();
    assertThat(delivery.getSequence()).isEqualTo(event.getSequence());

    WebhookDelivery again =
        client.webhooks().redeliverWebhook(webhook.getId(), delivery.getId(), Client.key());

    assertThat(again.getRedelivery()).isTrue();
    await().atMost(PATIENCE).until(() -> timesTaken(receiver, event) == before + 1);
    List<WebhookAttempt> attempts =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    client
                        .webhooks()
                        .getWebhookDelivery(webhook.getId(), again.getId())
                        .getAttempts(),
                list -> !list.isEmpty());
    assertThat(attempts).extracting(WebhookAttempt::getStatusCode).containsExactly(200);
    assertThat(attempts).extracting(WebhookAttempt::getReply).containsExactly("thanks");
  }

  private static int timesTaken(Receiver receiver, Event event) {
    return (int)
        receiver.taken().stream()
            .filter(message -> message.header("webhook-id").equals(event.getId()))
            .count();
  }
}
