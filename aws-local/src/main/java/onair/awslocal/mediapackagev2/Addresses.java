package onair.awslocal.mediapackagev2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackagev2.model.IngestEndpoint;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;

/**
 * Host names and URLs of the form AWS gives them, such as {@code
 * mz82o4.egress.hnycui.mediapackagev2.us-west-2.amazonaws.com}. They look random but follow from
 * what they name; a group that is deleted and made again gets another name, as in AWS.
 */
final class Addresses {

  private static final int LABEL_LENGTH = 6;
  private static final int LETTERS = 26;
  private static final int BASE = 36;
  private static final int PIPELINES = 2;

  private Addresses() {}

  static String egressDomain(Scope scope, String group, Instant createdAt) {
    return label(scope.key(group) + createdAt) + ".egress." + cell(scope);
  }

  static List<IngestEndpoint> ingestEndpoints(
      Scope scope, String group, String channel, InputType type, Instant createdAt) {
    String label = label(scope.key(group + "/" + channel) + createdAt);
    return IntStream.rangeClosed(1, PIPELINES)
        .mapToObj(
            pipeline ->
                IngestEndpoint.builder()
                    .id(String.valueOf(pipeline))
                    .url(
                        "https://%s-%d.ingest.%s/in/v1/%s/%d/%s/%s"
                            .formatted(
                                label,
                                pipeline,
                                cell(scope),
                                group,
                                pipeline,
                                channel,
                                type == InputType.HLS ? "index" : ""))
                    .build())
        .toList();
  }

  /**
   * @param file manifest name with its suffix, such as {@code index.m3u8}
   */
  static String manifest(String egressDomain, String endpointPath, String file) {
    return "https://" + egressDomain + "/out/v1/" + endpointPath + "/" + file;
  }

  private static String cell(Scope scope) {
    return label(scope.key("cell")) + ".mediapackagev2." + scope.region() + ".amazonaws.com";
  }

  /** Lower case letters and digits, a letter first. */
  private static String label(String seed) {
    var number = new BigInteger(1, Fingerprint.digest(seed.getBytes(StandardCharsets.UTF_8)));
    char first = (char) ('a' + number.mod(BigInteger.valueOf(LETTERS)).intValue());
    return first + number.toString(BASE).substring(0, LABEL_LENGTH - 1);
  }
}
