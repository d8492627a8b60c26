package onair.channel.ladder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import onair.common.problem.Violation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ladders that come with the service, which every channel can name; {@link OwnLadders} adds an
 * organization's own. What a data file looks like is told by {@code schemas/ladder.schema.json}.
 */
public final class Ladders {

  /** Names of the data files, in the order in which they are offered. */
  static final List<String> BUNDLED = List.of("2160p", "1080p", "720p", "540p", "passthrough");

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final SequencedMap<String, Ladder> byName;

  private Ladders(SequencedMap<String, Ladder> byName) {
    this.byName = byName;
  }

  /**
   * Reads the data files that come with the service.
   *
   * @throws IllegalArgumentException when one of them breaks a rule of {@link LadderRules}
   */
  public static Ladders bundled() {
    var ladders = new LinkedHashMap<String, Ladder>();
    for (String name : BUNDLED) {
      ladders.put(name, bundled(name));
    }
    return new Ladders(ladders);
  }

  /**
   * Strict reading of one ladder: every field must be there and known.
   *
   * @throws IllegalArgumentException naming each rule that is broken
   */
  static Ladder read(InputStream json) {
    Ladder ladder = STRICT.readValue(json, Ladder.class);
    List<Violation> broken = LadderRules.broken(ladder);
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(
          ladder.name()
              + " breaks rules: "
              + String.join("; ", broken.stream().map(Ladders::told).toList()));
    }
    return ladder;
  }

  private static String told(Violation violation) {
    return violation.field() + ": " + violation.detail();
  }

  private static Ladder bundled(String name) {
    String file = "ladders/" + name + ".json";
    try (InputStream json = Ladders.class.getClassLoader().getResourceAsStream(file)) {
      if (json == null) {
        throw new IllegalArgumentException(file + " is missing");
      }
      Ladder ladder = read(json);
      if (!ladder.name().equals(name)) {
        throw new IllegalArgumentException(file + " calls itself " + ladder.name());
      }
      return ladder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The ladder of that name, if there is one. */
  public Optional<Ladder> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The ladder of a channel that was accepted with it.
   *
   * @throws IllegalStateException when the data file is gone since
   */
  public Ladder require(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no ladder " + name));
  }

  /** All of them, best first. */
  public List<Ladder> all() {
    return List.copyOf(byName.sequencedValues());
  }

  /** Their names, best first. */
  public List<String> names() {
    return List.copyOf(byName.sequencedKeySet());
  }
}
