package onair.awslocal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static Page<String> page(List<String> rows, int size, @Nullable String token) {
    return Page.of(rows, Function.identity(), size, token);
  }

  @Test
  void walksAllRowsAndEndsWithoutAToken() {
    var rows = List.of("a", "b", "c", "d", "e");
    var seen = new ArrayList<String>();
    @Nullable String token = null;
    do {
      Page<String> page = page(rows, 2, token);
      seen.addAll(page.items());
      token = page.nextToken();
    } while (token != null);

    assertThat(seen).isEqualTo(rows);
  }

  @Test
  void aFullLastPageHasNoToken() {
    assertThat(page(List.of("a", "b"), 2, null).nextToken()).isNull();
  }

  @Test
  void goesOnBehindARowThatIsGoneAndSeesRowsAddedBehindIt() {
    @Nullable String token = page(List.of("a", "b", "d"), 2, null).nextToken();

    assertThat(page(List.of("a", "c", "d"), 2, token).items()).containsExactly("c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64!", "YWZ0ZXI"})
  void refusesATokenNobodyGaveOut(String token) {
    assertThatThrownBy(() -> page(List.of("a"), 1, token)).isInstanceOf(Page.BadToken.class);
  }
}
