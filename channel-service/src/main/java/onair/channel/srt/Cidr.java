package onair.channel.srt;

/** How IPv4 ranges are written in requests. */
public final class Cidr {

  /** Pattern of one range. */
  public static final String FORM =
      "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|(?=/))){4}/(3[0-2]|[12]?\\d)";

  /** What is told of anything else. */
  public static final String REFUSED = "must be an IPv4 range like 203.0.113.0/24";

  private Cidr() {}
}
