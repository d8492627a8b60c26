package onair.awslocal.media.packager;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements and attributes, indented. Values are ours: names, numbers and times. */
public final class Xml {

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();
  private boolean startTagOpen;

  /** Begins an element. */
  public Xml open(String element) {
    endStartTag();
    newLine();
    text.append('<').append(element);
    open.push(element);
    startTagOpen = true;
    return this;
  }

  /** An attribute of the element just opened; times are written as XML Schema has them. */
  public Xml with(String attribute, Object value) {
    String escaped =
        value.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    text.append(' ').append(attribute).append("=\"").append(escaped).append('"');
    return this;
  }

  /** The only content of the element just opened, which it closes. */
  public Xml closeWith(String content) {
    endStartTag();
    text.append(content).append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the element opened last. */
  public Xml close() {
    String element = open.pop();
    if (startTagOpen) {
      text.append("/>");
      startTagOpen = false;
    } else {
      newLine();
      text.append("</").append(element).append('>');
    }
    return this;
  }

  /** The document so far, once all elements are closed. */
  public String text() {
    return text + "\n";
  }

  private void endStartTag() {
    if (startTagOpen) {
      text.append('>');
      startTagOpen = false;
    }
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(open.size()));
  }
}
