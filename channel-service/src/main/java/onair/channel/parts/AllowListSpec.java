package onair.channel.parts;

import java.util.List;

/**
 * Who may push to an input.
 *
 * @param cidrs 1 to 10 IPv4 ranges, such as {@code 203.0.113.0/24}
 */
public record AllowListSpec(List<String> cidrs) {
  public AllowListSpec {
    cidrs = List.copyOf(cidrs);
  }
}
