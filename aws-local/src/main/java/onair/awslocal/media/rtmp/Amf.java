package onair.awslocal.media.rtmp;

import java.util.List;
import java.util.Map;

/** A value of Action Message Format 0, as far as publishers use it. */
sealed interface Amf {

  record Text(String value) implements Amf {}

  record Num(double value) implements Amf {}

  record Flag(boolean value) implements Amf {}

  /** An object or an associative array, in the order written. */
  record Properties(Map<String, Amf> values) implements Amf {}

  record Items(List<Amf> values) implements Amf {}

  /** Null or undefined. */
  record Nothing() implements Amf {}

  Nothing NOTHING = new Nothing();
}
