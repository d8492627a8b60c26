package onair.channel.waste;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as waste; prefix {@code onair.channel.waste}.
 *
 * @param after how long something is of no use before it is told
 * @param removal how long after its delete something of a channel may be left
 */
@ConfigurationProperties("onair.channel.waste")
record WasteProperties(@DefaultValue("10m") Duration after, @DefaultValue("30m") Duration removal) {

  WasteProperties {
    require("after", after);
    require("removal", removal);
  }

  private static void require(String key, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "onair.channel.waste." + key + " must not be negative, not " + value);
    }
  }
}
