package onair.awslocal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.control.ControlAccess;
import onair.awslocal.life.Profile;
import onair.awslocal.signature.AccessKey;
import onair.awslocal.signature.AccessKeys;
import org.jspecify.annotations.Nullable;

/**
 * How one {@code aws-local} runs, each component from the environment variable named here. Port 0
 * takes any free port.
 *
 * @param host {@code AWS_LOCAL_HOST}, address all ports are bound to; 127.0.0.1
 * @param publicHost {@code AWS_LOCAL_PUBLIC_HOST}, what answers name this host by, such as the urls
 *     of inputs and queues; the host, or 127.0.0.1 when that is every address of the machine
 * @param port {@code AWS_LOCAL_PORT}, AWS API; 4566
 * @param edgePort {@code AWS_LOCAL_EDGE_PORT}, CDN edge; 8090
 * @param rtmpPort {@code AWS_LOCAL_RTMP_PORT}, RTMP ingest; 1935
 * @param data {@code AWS_LOCAL_DATA}, folder of all state and media, made when missing; {@code
 *     .aws-local} where it is started
 * @param profile {@code AWS_LOCAL_PROFILE}, how long state changes take: instant, fast or
 *     realistic; fast
 * @param ffmpeg {@code AWS_LOCAL_FFMPEG}, the program to encode with; null looks for one
 * @param maxEncoders {@code AWS_LOCAL_MAX_ENCODERS}, channels encoded at once; 0 decides by the
 *     machine's cores; 0
 * @param quotas {@code AWS_LOCAL_QUOTAS}, whether AWS's default quotas limit how many resources
 *     there can be: default or off; off
 * @param rateLimits {@code AWS_LOCAL_RATE_LIMITS}, whether callers are throttled as often as AWS
 *     documents, such as after 5 calls a second of MediaLive: default or off; off in the profile
 *     instant, else default
 * @param fsync {@code AWS_LOCAL_FSYNC}, whether a change is answered only when the disk has it, so
 *     that it outlives a power cut, or when the operating system has it, so that it outlives the
 *     end of the process in any way: on or off; off
 * @param accountId {@code AWS_LOCAL_ACCOUNT_ID}, the account of callers whose key is of no other;
 *     000000000000
 * @param region {@code AWS_LOCAL_REGION}, where buckets are, and where events go that no region can
 *     be told of; eu-west-1
 * @param credentials {@code AWS_LOCAL_CREDENTIALS}, who may call, written {@code
 *     akid:secret[:account][,…]}: nobody else may, and every signature is checked. When {@code *}
 *     is one of them, anybody may call, whatever the signature, in the account that is the access
 *     key id if it is twelve digits, and only presigned URLs are checked; {@code test:test,*}
 * @param control {@code AWS_LOCAL_CONTROL}, whom the control door under {@code /_aws-local} lets
 *     in: loopback, open or off; loopback
 */
public record AwsLocalConfig(
    String host,
    String publicHost,
    int port,
    int edgePort,
    int rtmpPort,
    Path data,
    Profile profile,
    @Nullable Path ffmpeg,
    int maxEncoders,
    boolean quotas,
    boolean rateLimits,
    boolean fsync,
    String accountId,
    String region,
    AccessKeys credentials,
    ControlAccess control) {

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  private static final Pattern CREDENTIALS =
      Pattern.compile("([^:,\\s]+):([^:,\\s]+)(?::(\\d{12}))?");

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d");

  /** Without the secrets. */
  @Override
  public String toString() {
    return "AwsLocalConfig[%s:%d, edge %d, rtmp %d, data %s, profile %s, account %s, region %s]"
        .formatted(host, port, edgePort, rtmpPort, data, profile, accountId, region);
  }

  /**
   * Variables that are empty count as not set.
   *
   * @throws IllegalArgumentException naming every variable with a bad value
   */
  public static AwsLocalConfig from(Map<String, String> environment) {
    return new Reader(environment).read();
  }

  /** For tests: any free ports, instant state changes, everything else as by default. */
  public static AwsLocalConfig forTests(Path data) {
    return from(
        Map.of(
            "AWS_LOCAL_PORT", "0",
            "AWS_LOCAL_EDGE_PORT", "0",
            "AWS_LOCAL_RTMP_PORT", "0",
            "AWS_LOCAL_PROFILE", "instant",
            "AWS_LOCAL_DATA", data.toString()));
  }

  private static final class Reader {

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    AwsLocalConfig read() {
      String ffmpeg = get("AWS_LOCAL_FFMPEG", "");
      String host = get("AWS_LOCAL_HOST", "127.0.0.1");
      Profile profile = profile();
      String account = matching("AWS_LOCAL_ACCOUNT_ID", "000000000000", ACCOUNT, "twelve digits");
      AwsLocalConfig config =
          new AwsLocalConfig(
              host,
              get("AWS_LOCAL_PUBLIC_HOST", EVERY_ADDRESS.contains(host) ? "127.0.0.1" : host),
              number("AWS_LOCAL_PORT", 4566, 65_535),
              number("AWS_LOCAL_EDGE_PORT", 8090, 65_535),
              number("AWS_LOCAL_RTMP_PORT", 1935, 65_535),
              Path.of(get("AWS_LOCAL_DATA", ".aws-local")).toAbsolutePath(),
              profile,
              ffmpeg.isEmpty() ? null : Path.of(ffmpeg),
              number("AWS_LOCAL_MAX_ENCODERS", 0, 1000),
              defaultOrOff("AWS_LOCAL_QUOTAS", "off"),
              defaultOrOff("AWS_LOCAL_RATE_LIMITS", profile == Profile.INSTANT ? "off" : "default"),
              chosen("AWS_LOCAL_FSYNC", "on", "off"),
              account,
              matching("AWS_LOCAL_REGION", "eu-west-1", REGION, "a region such as eu-west-1"),
              credentials(account),
              control());
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", problems));
      }
      return config;
    }

    private String get(String name, String otherwise) {
      String value = environment.getOrDefault(name, "").strip();
      return value.isEmpty() ? otherwise : value;
    }

    private int number(String name, int otherwise, int max) {
      return parsed(
          name,
          "a number from 0 to " + max,
          Integer.toString(otherwise),
          otherwise,
          text -> {
            int number = Integer.parseInt(text);
            if (number < 0 || number > max) {
              throw new IllegalArgumentException();
            }
            return number;
          });
    }

    private Profile profile() {
      return parsed(
          "AWS_LOCAL_PROFILE",
          "one of " + Arrays.toString(Profile.values()).toLowerCase(Locale.ROOT),
          "fast",
          Profile.FAST,
          text -> Profile.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    private ControlAccess control() {
      return parsed(
          "AWS_LOCAL_CONTROL",
          "one of " + Arrays.toString(ControlAccess.values()).toLowerCase(Locale.ROOT),
          "loopback",
          ControlAccess.LOOPBACK,
          text -> ControlAccess.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    private boolean defaultOrOff(String name, String otherwise) {
      return chosen(name, "default", otherwise);
    }

    /** The one word that is true, or off. */
    private boolean chosen(String name, String on, String otherwise) {
      return parsed(
          name,
          on + " or off",
          otherwise,
          false,
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "off" -> false;
                case String word when word.equals(on) -> true;
                default -> throw new IllegalArgumentException();
              });
    }

    private AccessKeys credentials(String account) {
      boolean anybody = false;
      Map<String, AccessKey> keys = new LinkedHashMap<>();
      for (String each : get("AWS_LOCAL_CREDENTIALS", "test:test,*").split(",")) {
        if (each.strip().equals("*")) {
          anybody = true;
          continue;
        }
        Matcher key = CREDENTIALS.matcher(each.strip());
        if (!key.matches() || keys.containsKey(key.group(1))) {
          problems.add(
              "AWS_LOCAL_CREDENTIALS must be akid:secret, akid:secret:account or * with commas"
                  + " between them, each akid once");
          break;
        }
        String of = key.group(3) == null ? account : key.group(3);
        keys.put(key.group(1), new AccessKey(key.group(1), key.group(2), of));
      }
      return new AccessKeys(keys, !anybody, account);
    }

    private String matching(String name, String otherwise, Pattern pattern, String what) {
      return parsed(
          name,
          what,
          otherwise,
          otherwise,
          text -> {
            if (!pattern.matcher(text).matches()) {
              throw new IllegalArgumentException();
            }
            return text;
          });
    }

    private <T> T parsed(
        String name, String what, String otherwise, T fallback, Function<String, T> parser) {
      String text = get(name, otherwise);
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        problems.add("%s must be %s, not \"%s\"".formatted(name, what, text));
        return fallback;
      }
    }
  }
}
