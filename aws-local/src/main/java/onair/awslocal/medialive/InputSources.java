package onair.awslocal.medialive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.LiveSource;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.Pull;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.InputSource;
import software.amazon.awssdk.services.medialive.model.SrtCallerDecryption;
import software.amazon.awssdk.services.medialive.model.SrtCallerSource;

/** What the pipelines of a channel read of an input. */
final class InputSources {

  /** What SRT itself takes when nobody asks for more. */
  private static final int LATENCY_MILLIS = 120;

  /** Said rather than guessed, as what is a list of other files may be anything. */
  private static final Map<String, String> FORMAT_HLS = Map.of("f", "hls");

  private static final Map<String, String> FORMAT_TS = Map.of("f", "mpegts");

  private final InputSecrets secrets;

  InputSources(InputSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Empty when nothing is read of this type here, or the pipeline has no source of its own.
   *
   * @param loops whether a file begins again when it has ended
   */
  Optional<LiveSource> of(InputRow input, int pipeline, boolean loops) {
    return switch (input.resource().type()) {
      case RTMP_PUSH -> at(input.ingest(), pipeline).map(point -> point);
      case MEDIACONNECT -> at(input.flows(), pipeline).map(FlowFeed::new);
      case MP4_FILE -> url(input, pipeline).map(url -> file(input, pipeline, url, "mp4", loops));
      case TS_FILE -> url(input, pipeline).map(url -> file(input, pipeline, url, "mpegts", loops));
      case URL_PULL ->
          url(input, pipeline).map(url -> pull(input, pipeline, url, FORMAT_HLS, false, false));
      case RTMP_PULL ->
          url(input, pipeline).map(url -> pull(input, pipeline, url, Map.of(), false, false));
      case SRT_CALLER ->
          input.resource().srtSettings() == null
              ? Optional.empty()
              : at(input.resource().srtSettings().srtCallerSources(), pipeline)
                  .flatMap(source -> srt(input, pipeline, source));
      default -> Optional.empty();
    };
  }

  /** Sources that ask for a password are not read. */
  private static Optional<String> url(InputRow input, int pipeline) {
    return at(input.resource().sources(), pipeline)
        .filter(source -> source.username() == null && source.url() != null)
        .map(InputSource::url);
  }

  private Optional<LiveSource> srt(InputRow input, int pipeline, SrtCallerSource source) {
    Map<String, String> options = new HashMap<>(FORMAT_TS);
    SrtCallerDecryption decryption = source.decryption();
    if (decryption != null) {
      Optional<String> passphrase =
          secrets
              .text(input.scope(), decryption.passphraseSecretArn())
              .filter(Passphrase::isUsable);
      if (passphrase.isEmpty()) {
        return Optional.empty();
      }
      options.put("passphrase", passphrase.get());
      options.put("pbkeylen", Integer.toString(keyBytes(decryption.algorithmAsString())));
    }
    int latency = source.minimumLatency() == null ? LATENCY_MILLIS : source.minimumLatency();
    String url =
        "srt://%s:%s?mode=caller&timeout=5000000&latency=%d%s"
            .formatted(
                source.srtListenerAddress(),
                source.srtListenerPort(),
                latency * 1000L,
                streamId(source.streamId()));
    return Optional.of(pull(input, pipeline, url, options, false, false));
  }

  static int keyBytes(@Nullable String algorithm) {
    return switch (algorithm) {
      case "AES192" -> 24;
      case "AES256" -> 32;
      case null, default -> 16;
    };
  }

  static String streamId(@Nullable String id) {
    return id == null || id.isEmpty()
        ? ""
        : "&streamid=" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static LiveSource file(
      InputRow input, int pipeline, String url, String format, boolean loops) {
    return pull(input, pipeline, url, Map.of("f", format), true, loops);
  }

  private static LiveSource pull(
      InputRow input,
      int pipeline,
      String url,
      Map<String, String> options,
      boolean isFile,
      boolean loops) {
    return new Pull(input.id() + "-" + pipeline, url, options, isFile, loops);
  }

  private static <T> Optional<T> at(List<T> all, int index) {
    return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }
}
