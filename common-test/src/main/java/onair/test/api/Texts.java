package onair.test.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts of people all over the world, and of those who mean harm. */
final class Texts {

  private static final List<String> ODD =
      List.of(
          " ",
          "\t\n",
          "Ночной эфир",
          "夜の番組",
          "مساء الخير",
          "e\u0301\u0323",
          "👩‍👩‍👧‍👦 live",
          "\u202Edorx\u202C",
          "\uFEFFbom",
          "' or 1=1 --",
          "\"; drop table channel; --",
          "%s%n%x",
          "${jndi:ldap://127.0.0.1/a}",
          "#{7*7}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "../../../etc/passwd",
          "%2e%2e%2f",
          "\\u0000",
          "null",
          "undefined",
          "NaN",
          "-1",
          "0x10",
          "1e400",
          "true",
          "[]",
          "ch_",
          "as_00000000000000000000000000");

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.äöß";

  private Texts() {}

  /** Text of a length, sometimes an odd one that fits. */
  static String of(int least, int most, Random random) {
    if (random.nextInt(4) == 0) {
      String odd = ODD.get(random.nextInt(ODD.size()));
      if (odd.length() >= least && odd.length() <= most && !odd.isBlank()) {
        return odd;
      }
    }
    int length =
        switch (random.nextInt(8)) {
          case 0 -> least;
          case 1 -> most;
          default -> least + random.nextInt(Math.min(most - least, 24) + 1);
        };
    var text = new StringBuilder("x");
    while (text.length() < length) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.substring(0, length)
        .stripTrailing()
        .concat("y".repeat(length))
        .substring(0, length);
  }

  /** What no field asked for. */
  static String odd(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "a\0b";
      case 2 -> "x".repeat(300);
      case 3 -> "é".repeat(1_000);
      case 4 -> "\ud83d";
      default -> ODD.get(random.nextInt(ODD.size()));
    };
  }

  /** For one segment of a path or one value of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
