package onair.test.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Where resources were seen to be: learned from replies, so that later requests can be about them.
 * A resource is known by its path, {@code /v1/channels/ch_1/shares/shr_2}, under its template,
 * {@code /v1/channels/{}/shares/{}}. Used by several threads.
 */
public final class KnownResources {

  private static final int MOST_OF_A_KIND = 40;

  private final List<String> templates;
  private final Map<String, List<String>> paths = new LinkedHashMap<>();

  KnownResources(DescribedApi api) {
    this.templates =
        api.operations().stream().map(DescribedOperation::template).distinct().sorted().toList();
  }

  /** Remembers a resource. */
  public synchronized void add(String template, String path) {
    List<String> known = paths.computeIfAbsent(template, kind -> new ArrayList<>());
    if (!known.contains(path)) {
      known.add(path);
      if (known.size() > MOST_OF_A_KIND) {
        known.removeFirst();
      }
    }
  }

  /** Remembers what a reply to a request at that path names. */
  void learn(DescribedOperation operation, String path, JsonNode body) {
    String template = operation.template();
    String place = path.split("\\?", 2)[0];
    if (body.path("data").isArray()) {
      body.path("data").forEach(item -> learnItem(template, place, item));
    } else if (body.isObject()) {
      learnItem(template, place, body);
    }
  }

  private void learnItem(String template, String place, JsonNode item) {
    String id = item.path("id").asString("");
    String below = template + "/{}";
    if (!id.isEmpty() && templates.stream().anyMatch(one -> isAtOrBelow(one, below))) {
      add(below, place + "/" + id);
    }
    item.forEachEntry(
        (name, value) -> {
          if (name.endsWith("_id") && value.isString() && !value.asString().isEmpty()) {
            collectionOf(name).ifPresent(at -> add(at + "/{}", at + "/" + value.asString()));
          }
        });
  }

  /** {@code asset_id} is found in {@code /v1/assets}, {@code playback_id} in /v1/playback. */
  private Optional<String> collectionOf(String field) {
    String word = field.substring(0, field.length() - "_id".length()).replace('_', '-');
    return templates.stream()
        .filter(one -> one.matches("/v1/" + word + "s?/\\{}"))
        .map(one -> one.substring(0, one.length() - "/{}".length()))
        .findFirst();
  }

  /** The id of a resource that a field like {@code asset_id} or {@code creative_ids} may name. */
  synchronized Optional<String> idFor(String field, Random random) {
    String single = field.endsWith("_ids") ? field.substring(0, field.length() - 1) : field;
    if (!single.endsWith("_id")) {
      return Optional.empty();
    }
    String word = single.substring(0, single.length() - "_id".length()).replace('_', '-');
    List<String> candidates =
        paths.entrySet().stream()
            .filter(kind -> kind.getKey().matches(".*/(.*-)?" + word + "s?/\\{}"))
            .flatMap(kind -> kind.getValue().stream())
            .toList();
    return pick(candidates, random).map(path -> path.substring(path.lastIndexOf('/') + 1));
  }

  /** The longest beginning of a template at which something is known, filled in; else empty. */
  synchronized Optional<Filled> fill(String template, Random random) {
    for (int end = template.lastIndexOf("{}");
        end >= 0;
        end = template.lastIndexOf("{}", end - 1)) {
      String beginning = template.substring(0, end + 2);
      Optional<String> path = pick(paths.getOrDefault(beginning, List.of()), random);
      if (path.isPresent()) {
        return Optional.of(new Filled(path.get(), template.substring(end + 2)));
      }
    }
    return Optional.empty();
  }

  /** The ids of all that is known. */
  synchronized List<String> ids() {
    return paths.values().stream()
        .flatMap(List::stream)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }

  private static Optional<String> pick(List<String> all, Random random) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static boolean isAtOrBelow(String template, String above) {
    return template.equals(above) || template.startsWith(above + "/");
  }

  /**
   * A path so far.
   *
   * @param rest of the template, maybe with parameters nothing is known for
   */
  record Filled(String path, String rest) {}
}
