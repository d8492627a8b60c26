package onair.channel.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * AWS as far as a channel's parts need it, in memory: what exists, in which order it was made, and
 * what goes wrong. States change only when a test says so, or at once.
 */
final class FakeCloud {

  /** Something that exists, with the spec it was made from. */
  record Thing(String kind, String id, Map<String, String> tags, Object spec) {}

  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, String> idsByToken = new LinkedHashMap<>();
  private final Map<String, RuntimeException> refusals = new LinkedHashMap<>();
  private final List<String> made = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong(1000);
  private final Set<String> silentKinds = new HashSet<>();
  private boolean silent;
  private @Nullable String losesAnswerOf;

  synchronized void reset() {
    things.clear();
    idsByToken.clear();
    refusals.clear();
    made.clear();
    silent = false;
    silentKinds.clear();
    losesAnswerOf = null;
  }

  /** From now on no call gets an answer, or every call does again. */
  synchronized void silent(boolean now) {
    silent = now;
  }

  /** From now on no call about this kind gets an answer. */
  synchronized void silent(String kind) {
    silentKinds.add(kind);
  }

  /** Calls about this kind get answers again. */
  synchronized void answers(String kind) {
    silentKinds.remove(kind);
  }

  /** The next create of this kind takes effect and its answer is lost. */
  synchronized void loseAnswerOf(String kind) {
    losesAnswerOf = kind;
  }

  /** From now on creates of this kind are refused; null to take them again. */
  synchronized void refuse(String kind, @Nullable RuntimeException with) {
    if (with == null) {
      refusals.remove(kind);
    } else {
      refusals.put(kind, with);
    }
  }

  synchronized List<Thing> all() {
    return List.copyOf(things.values());
  }

  synchronized List<Thing> all(String kind) {
    return things.values().stream().filter(thing -> thing.kind().equals(kind)).toList();
  }

  /** Kinds in the order in which they were made. */
  synchronized List<String> made() {
    return List.copyOf(made);
  }

  synchronized @Nullable Thing get(String kind, String id) {
    answer(kind);
    return things.get(kind + "/" + id);
  }

  synchronized List<Thing> owned(String kind, Identity identity) {
    answer(kind);
    return all(kind).stream().filter(thing -> identity.owns(thing.tags())).toList();
  }

  synchronized Thing make(String kind, Identity identity, Object spec, boolean tokens) {
    answer(kind);
    RuntimeException refusal = refusals.get(kind);
    if (refusal != null) {
      throw refusal;
    }
    String known = tokens ? idsByToken.get(identity.token()) : null;
    Thing thing =
        known == null
            ? new Thing(kind, Long.toString(ids.incrementAndGet()), identity.tags(), spec)
            : things.getOrDefault(kind + "/" + known, new Thing(kind, known, Map.of(), spec));
    if (known == null) {
      things.put(kind + "/" + thing.id(), thing);
      idsByToken.put(identity.token(), thing.id());
      made.add(kind);
    }
    if (kind.equals(losesAnswerOf)) {
      losesAnswerOf = null;
      throw noAnswer();
    }
    return thing;
  }

  synchronized void change(String kind, String id, Object spec) {
    answer(kind);
    things.computeIfPresent(
        kind + "/" + id, (key, thing) -> new Thing(kind, id, thing.tags(), spec));
  }

  synchronized void remove(String kind, String id) {
    answer(kind);
    things.remove(kind + "/" + id);
  }

  private void answer(String kind) {
    if (silent || silentKinds.contains(kind)) {
      throw noAnswer();
    }
  }

  static RuntimeException noAnswer() {
    return SdkClientException.create("Connect to 127.0.0.1 failed");
  }

  static RuntimeException refusal(int status, String code, String message) {
    return AwsServiceException.builder()
        .statusCode(status)
        .numAttempts(1)
        .message(message)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("MediaLive")
                .errorCode(code)
                .errorMessage(message)
                .build())
        .build();
  }
}
