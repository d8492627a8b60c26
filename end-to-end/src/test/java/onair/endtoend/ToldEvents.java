package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import onair.client.ApiException;
import onair.client.model.Event;
import onair.client.model.PageEvent;
import onair.test.Receiver;

/** The log as a partner's program reads it, and its messages as the public library sees them. */
final class ToldEvents {

  private ToldEvents() {}

  /** All behind a sequence, page by page; one after the other without a gap, or it fails. */
  static List<Event> after(Client client, long sequence) throws ApiException {
    var events = new ArrayList<Event>();
    long last = sequence;
    PageEvent page;
    do {
      page = client.events().listEvents(last, null, null, 100, null);
      events.addAll(page.getData());
      last = events.isEmpty() ? sequence : events.getLast().getSequence();
    } while (!page.getData().isEmpty());
    assertThat(events.stream().map(Event::getSequence))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(sequence + 1, sequence + events.size()).boxed().toList());
    return events;
  }

  /** Those of one resource. */
  static List<Event> of(String resource, List<Event> events) {
    return events.stream().filter(event -> event.getResource().getId().equals(resource)).toList();
  }

  /** Whether it is signed with the secret, as a receiver checks it when it comes. */
  static boolean isSigned(String secret, Receiver.Message message) {
    try {
      new com.standardwebhooks.Webhook(secret).verify(message.body(), message.headers());
      return true;
    } catch (WebhookVerificationException wrong) {
      return false;
    }
  }
}
