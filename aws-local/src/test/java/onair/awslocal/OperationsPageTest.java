package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/aws-local-operations.md} says what aws-local says of itself. Run with the system
 * property {@code aws-local.write=true} to write it anew.
 */
class OperationsPageTest {

  private static final Path PAGE = Path.of("../docs/aws-local-operations.md");

  @Test
  void thePageListsEveryOperationAsItStands(@TempDir Path folder) throws Exception {
    String page = page(operations(folder));
    if (Boolean.getBoolean("aws-local.write")) {
      Files.writeString(PAGE, page);
    } else {
      assertThat(Files.readString(PAGE))
          .as("stale: run this test with -Daws-local.write=true")
          .isEqualTo(page);
    }
  }

  private static JsonNode operations(Path folder) throws IOException, InterruptedException {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder));
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(local.endpoint().resolve("/_aws-local/operations")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new JsonMapper().readTree(answer.body()).get("services");
    }
  }

  private static String page(JsonNode services) {
    StringBuilder page =
        new StringBuilder(
            """
            # Operations of aws-local

            Every operation of every service that `aws-local` has, and how far it works. Written by \
            `OperationsPageTest` from the code and checked by it; a running `aws-local` says the same at \
            `GET /_aws-local/operations`.

            - **full**: as AWS documents it, as far as one machine can.
            - **states only**: it is kept and goes through AWS's states and errors, without the work \
            that AWS would do.
            - **not implemented**: it answers an error `NotImplemented`, status 501, that names it.

            | service | full | states only | not implemented |
            |---|---|---|---|
            """);
    for (JsonNode service : services) {
      page.append(
          "| [%1$s](#%1$s) | %2$d | %3$d | %4$d |\n"
              .formatted(
                  service.get("service").asString(),
                  named(service, "FULL").size(),
                  named(service, "STATES_ONLY").size(),
                  named(service, "NOT_IMPLEMENTED").size()));
    }
    services.forEach(service -> append(service, page));
    return page.toString();
  }

  private static void append(JsonNode service, StringBuilder page) {
    page.append("\n## ").append(service.get("service").asString()).append('\n');
    paragraph("Full", named(service, "FULL"), page);
    statesOnly(service)
        .forEach((note, names) -> paragraph("States only (" + note + ")", names, page));
    paragraph("Not implemented", named(service, "NOT_IMPLEMENTED"), page);
  }

  private static void paragraph(String what, List<String> names, StringBuilder page) {
    if (!names.isEmpty()) {
      page.append("\n**%s**: %s\n".formatted(what, String.join(", ", names)));
    }
  }

  private static Map<String, List<String>> statesOnly(JsonNode service) {
    Map<String, List<String>> byNote = new TreeMap<>();
    for (JsonNode operation : service.get("operations")) {
      if (operation.get("standing").asString().equals("STATES_ONLY")) {
        byNote
            .computeIfAbsent(operation.get("note").asString(), any -> new ArrayList<>())
            .add(operation.get("operation").asString());
      }
    }
    return byNote;
  }

  private static List<String> named(JsonNode service, String standing) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode operation : service.get("operations")) {
      if (operation.get("standing").asString().equals(standing)) {
        names.add(operation.get("operation").asString());
      }
    }
    return List.copyOf(names);
  }
}
