package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documentation that names a class or links a file says what is there. */
class DocsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern CODE =
      Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(\\.[a-z][A-Za-z0-9]*)?(?:\\(\\))?`");

  /** Names of the wire or of AWS, which are no classes of ours. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(Create|Start|Stop|Delete|Put|Get|List|Describe|Update|Request)[A-Z]\\w*"
              + "|Idempotency|Date|Host|Location|NotImplemented|HttpURLConnection|RateLimit|EventSource");

  private static final Set<Path> SOURCES = sources();

  @Test
  void everyLinkedFileExists() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        if (!Files.exists(page.getParent().resolve(links.group(1)))) {
          broken.add(ROOT.relativize(page) + " -> " + links.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyNamedClassAndMethodExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path page : pages()) {
      Matcher names = CODE.matcher(Files.readString(page));
      while (names.find()) {
        String type = names.group(1);
        String method = names.group(2);
        if (!FOREIGN.matcher(type).matches() && !isThere(type, method)) {
          missing.add(ROOT.relativize(page) + ": " + type + (method == null ? "" : method));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void wouldFindANameThatIsNotThere() throws IOException {
    assertThat(isThere("DocsTest", null)).isTrue();
    assertThat(isThere("DocsTest", ".pages")).isTrue();
    assertThat(isThere("DocsTest", ".nothingLikeIt")).isFalse();
    assertThat(isThere("Nothing" + "LikeIt", null)).isFalse();
  }

  private static boolean isThere(String type, String method) throws IOException {
    for (Path file : SOURCES) {
      String name = file.getFileName().toString().replaceFirst("\\.(java|tsx?)$", "");
      if (name.equals(type) && (method == null || has(file, method.substring(1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Path file, String method) throws IOException {
    return Pattern.compile("\\b" + method + "\\b\\s*[(<=]").matcher(Files.readString(file)).find();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("SECURITY.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  private static Set<Path> sources() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().matches(".*\\.(java|tsx?)$"))
          .filter(file -> !file.toString().matches(".*/(target|node_modules|\\.git|\\.onair)/.*"))
          .collect(Collectors.toSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
