package onair.awslocal.control;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a caller of the control door wants. */
public final class ControlRequest {

  private final Map<String, String> names;
  private final Map<String, String> query;
  private final byte[] body;

  ControlRequest(Map<String, String> names, Map<String, String> query, byte[] body) {
    this.names = Map.copyOf(names);
    this.query = Map.copyOf(query);
    this.body = body;
  }

  /** What stands in the path for a name in braces, decoded. */
  public String path(String name) {
    String value = names.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The endpoint's path has no {" + name + "}");
    }
    return value;
  }

  /** A parameter that is there and not empty. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A parameter that is a time.
   *
   * @throws ControlRefused when it is none
   */
  public Optional<Instant> time(String name) {
    try {
      return query(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw ControlRefused.invalid(
          name + " must be a time such as 2026-11-22T15:04:05Z, not " + query.get(name));
    }
  }

  /**
   * Refuses parameters that the endpoint does not have.
   *
   * @throws ControlRefused naming the first
   */
  public void onlyQuery(String... known) {
    query.keySet().stream()
        .filter(name -> !List.of(known).contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw ControlRefused.invalid(
                  "There is no parameter %s; there are %s"
                      .formatted(name, String.join(", ", known)));
            });
  }

  /**
   * The body as a record whose component {@code delayMs} is {@code delay_ms} in JSON. No body is
   * {@code {}}.
   *
   * @throws ControlRefused when it is no such JSON, or has members the record has not
   */
  public <T extends Record> T body(Class<T> type) {
    try {
      T read =
          body.length == 0
              ? ControlJson.JSON.readValue("{}", type)
              : ControlJson.JSON.readValue(body, type);
      if (read == null) {
        throw ControlRefused.invalid("The body must be a JSON object.");
      }
      return read;
    } catch (UnrecognizedPropertyException e) {
      throw ControlRefused.invalid(
          "There is no member %s; there are %s"
              .formatted(e.getPropertyName(), e.getKnownPropertyIds()));
    } catch (JacksonException e) {
      throw ControlRefused.invalid("The body is not the JSON expected: " + e.getOriginalMessage());
    }
  }
}
