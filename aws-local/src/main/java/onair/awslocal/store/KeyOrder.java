package onair.awslocal.store;

import java.util.Comparator;

/** The order of the keys' UTF-8 bytes, which is the order of their code points. */
enum KeyOrder implements Comparator<String> {
  BY_BYTES;

  @Override
  public int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char left = one.charAt(i);
      char right = other.charAt(i);
      if (left != right) {
        // Only surrogates, which stand for code points past all others, sort apart from chars.
        boolean both = Character.isSurrogate(left) == Character.isSurrogate(right);
        return both ? left - right : Character.isSurrogate(left) ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }
}
