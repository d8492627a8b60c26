package onair.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WebPropertiesTest {

  private static final Properties<WebProperties> PROPERTIES = Properties.of(WebProperties.class);

  @Test
  void readsOneMegabyteByDefaultAndAsMuchAsItIsTold() {
    assertThat(PROPERTIES.bind().maxBody()).isEqualTo(DataSize.ofMegabytes(1));
    assertThat(PROPERTIES.bind("max-body=2KB").maxBody()).isEqualTo(DataSize.ofKilobytes(2));
    assertThat(PROPERTIES.failure("max-body=0B")).contains("onair.web.max-body must be 1B to 64MB");
    assertThat(PROPERTIES.failure("max-body=1GB"))
        .contains("onair.web.max-body must be 1B to 64MB");
  }
}
