package onair.test.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document as it is checked in under {@code docs/api}: paths and components in order,
 * nothing about the machine it was made on. A document that changed is written anew by running its
 * test with {@code -Donair.write=true}, and reviewed like code.
 */
public final class ApiDocument {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_DIFFERENCES = 20;

  private final String name;
  private final ObjectNode document;

  private ApiDocument(String name, ObjectNode document) {
    this.name = name;
    this.document = document;
  }

  /**
   * @param name of the file, without its ending
   * @param said the document as the code gives it
   */
  public static ApiDocument of(String name, JsonNode said) {
    ObjectNode document = said.deepCopy().asObject();
    document.remove("servers");
    sort(document, "paths");
    document.path("components").propertyNames().stream()
        .toList()
        .forEach(kind -> sort(document.path("components").asObject(), kind));
    return new ApiDocument(name, document);
  }

  /** The one that is checked in. */
  public static ApiDocument checkedIn(String name) {
    return of(name, read(file(name)));
  }

  /** The document, for tests that look into it. */
  public JsonNode json() {
    return document;
  }

  /**
   * Where the checked-in file says something else, in words fit for a failed test; empty when it
   * does not. With {@code -Donair.write=true} the file is written, and agrees.
   */
  public List<String> differences() {
    Path file = file(name);
    if (Boolean.getBoolean("onair.write")) {
      write(file);
    }
    if (!Files.exists(file)) {
      return List.of(file + " is missing" + howToWrite());
    }
    var found = new ArrayList<String>();
    compare("", read(file), document, found);
    if (!found.isEmpty()) {
      found.add("Is that meant? Then have " + file.getFileName() + " written" + howToWrite());
    }
    return found;
  }

  private static String howToWrite() {
    return ": run this test with -Donair.write=true";
  }

  private static void compare(String at, JsonNode filed, JsonNode said, List<String> found) {
    if (found.size() >= MOST_DIFFERENCES || filed.equals(said)) {
      return;
    }
    if (filed instanceof ObjectNode before && said instanceof ObjectNode now) {
      for (String field : before.propertyNames()) {
        if (!now.has(field)) {
          found.add(at + "/" + field + " is in the file only");
        }
      }
      for (String field : now.propertyNames()) {
        String inside = at + "/" + field;
        if (before.has(field)) {
          compare(inside, before.get(field), now.get(field), found);
        } else {
          found.add(inside + " is in the code only");
        }
      }
      return;
    }
    found.add(at + " is " + filed + " in the file and " + said + " in the code");
  }

  private void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in their module's folder, beside {@code docs}. */
  private static Path file(String name) {
    return Path.of("..", "docs", "api", name + ".json");
  }

  private static void sort(ObjectNode parent, String field) {
    if (parent.path(field) instanceof ObjectNode object) {
      var sorted = new TreeMap<String, JsonNode>();
      object.forEachEntry(sorted::put);
      object.removeAll();
      sorted.forEach(object::set);
    }
  }
}
