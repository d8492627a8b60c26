package onair.common.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataFilterTest {

  @Test
  void readsNamesInBrackets() {
    assertThat(filter("metadata[crew]", "a").wanted()).containsExactly(Map.entry("crew", "a"));
    assertThat(filter("metadata[a]b]", "").wanted()).containsExactly(Map.entry("a]b", ""));
  }

  @Test
  void leavesOtherParametersAlone() {
    assertThat(filter("metadata", "a").wanted()).isEmpty();
    assertThat(filter("metadata.crew", "a").wanted()).isEmpty();
    assertThat(filter("status", "live").wanted()).isEmpty();
  }

  private static MetadataFilter filter(String name, String value) {
    return MetadataFilter.of(Map.of(name, new String[] {value}));
  }
}
