package onair.ads.decision;

/** Text as XML may hold it. */
final class XmlText {

  private XmlText() {}

  /**
   * The text without the characters that no XML 1.0 document can hold, however they are written:
   * control characters, half surrogates, U+FFFE and U+FFFF.
   */
  static String legal(String text) {
    var legal = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || (character >= 0x10000 && character <= 0x10FFFF);
  }
}
