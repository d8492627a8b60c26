package onair.common.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import onair.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void visitsEachRowOnceWhileRowsAreAdded() {
    var rows =
        new ArrayList<>(IntStream.range(0, 7).mapToObj(i -> "ch_" + (char) ('b' + i)).toList());
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      PageRequest request = PageRequestResolver.read("3", cursor);
      String after = request.after();
      List<String> found =
          rows.stream()
              .sorted()
              .filter(id -> after == null || id.compareTo(after) > 0)
              .limit(request.fetchSize())
              .toList();
      Page<String> page = Page.of(found, request, id -> id, id -> id);
      seen.addAll(page.data());
      cursor = page.nextCursor();
      rows.add("ch_a" + seen.size());
    } while (cursor != null);

    assertThat(seen).containsExactly("ch_b", "ch_c", "ch_d", "ch_e", "ch_f", "ch_g", "ch_h");
  }

  @Test
  void hasNoNextPageWhenTheRowsJustFit() {
    Page<String> page = Page.of(List.of("a", "b"), new PageRequest(2, null), id -> id, id -> id);

    assertThat(page.nextCursor()).isNull();
    assertThat(page.data()).containsExactly("a", "b");
  }

  @Test
  void pagesThroughAListThatIsAtHand() {
    var all = List.of("a", "b", "c");
    Page<String> first = Page.ofAll(all, new PageRequest(2, null), id -> id, id -> id);
    Page<String> second =
        Page.ofAll(all, PageRequestResolver.read("2", first.nextCursor()), id -> id, id -> id);

    assertThat(first.data()).containsExactly("a", "b");
    assertThat(second.data()).containsExactly("c");
    assertThat(second.nextCursor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64 !", "AQAAAAA", "ZmFrZWN1cnNvcg"})
  void refusesCursorsItDidNotMake(String cursor) {
    assertThatThrownBy(() -> PageRequestResolver.read(null, cursor))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.violations()).hasSize(1));
  }

  @Test
  void refusesACursorWithOneByteChanged() {
    byte[] made = Base64.getUrlDecoder().decode(Cursor.encode("ch_1"));
    for (int i = 0; i < made.length; i++) {
      byte[] changed = made.clone();
      changed[i] ^= 1;
      assertThat(Cursor.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.5", "x", "99999999999", ""})
  void refusesOtherLimits(String limit) {
    assertThatThrownBy(() -> PageRequestResolver.read(limit, null))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
  }

  @Test
  void asksForTwentyFiveByDefault() {
    assertThat(PageRequestResolver.read(null, null)).isEqualTo(PageRequest.first());
    assertThat(PageRequest.first().limit()).isEqualTo(25);
  }
}
