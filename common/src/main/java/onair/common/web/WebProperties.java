package onair.common.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a service's HTTP side.
 *
 * @param maxBody most bytes of a request body that are read; a longer one is told 413; each is held
 *     in memory while its request runs
 */
@ConfigurationProperties("onair.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody) {

  WebProperties {
    if (maxBody.toBytes() < 1 || maxBody.toMegabytes() > 64) {
      throw new IllegalArgumentException("onair.web.max-body must be 1B to 64MB, not " + maxBody);
    }
  }
}
