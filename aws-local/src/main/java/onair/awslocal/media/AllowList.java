package onair.awslocal.media;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses that may connect, as blocks in CIDR notation.
 *
 * @param blocks such as {@code 203.0.113.0/24} or {@code 2001:db8::/32}; a single address counts as
 *     a block of one. An empty list allows nobody.
 */
public record AllowList(List<String> blocks) {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern VERSION_4 =
      Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "(/(3[0-2]|[12]?\\d))?");
  private static final Pattern VERSION_6 =
      Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*(/(12[0-8]|1[01]\\d|[1-9]?\\d))?");

  /**
   * @throws IllegalArgumentException naming the first block that is none
   */
  public AllowList {
    blocks = List.copyOf(blocks);
    blocks.forEach(AllowList::address);
  }

  /** Whether one of the blocks holds this address. */
  public boolean contains(InetAddress address) {
    byte[] asked = address.getAddress();
    return blocks.stream().anyMatch(block -> holds(block, asked));
  }

  private static boolean holds(String block, byte[] asked) {
    byte[] network = address(block).getAddress();
    int slash = block.indexOf('/');
    int bits =
        slash < 0 ? network.length * Byte.SIZE : Integer.parseInt(block.substring(slash + 1));
    if (asked.length != network.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> i % Byte.SIZE;
      if ((asked[i / Byte.SIZE] & mask) != (network[i / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Numeric only, so that nobody is asked for a name. */
  private static InetAddress address(String block) {
    if (!VERSION_4.matcher(block).matches() && !VERSION_6.matcher(block).matches()) {
      throw new IllegalArgumentException("Not a CIDR block: " + block);
    }
    return InetAddress.ofLiteral(block.split("/", 2)[0]);
  }
}
