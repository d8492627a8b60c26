package onair.channel.live;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import onair.channel.srt.PortRange;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How channels are made and watched; prefix {@code onair.channel}.
 *
 * @param secretKey 32 bytes in base64, encrypts stream keys in the database; losing it loses them
 * @param encoderRoleArn IAM role MediaLive acts under; empty for {@code MediaLiveAccessRole} of the
 *     account
 * @param flowRoleArn IAM role MediaConnect reads passphrases under; empty for {@code
 *     MediaConnectAccessRole} of the account
 * @param keyRoleArn IAM role MediaPackage asks key servers under; empty for {@code
 *     MediaPackageSpekeRole} of the account
 * @param forceMediastore whether MediaStore is used on AWS itself although it has ended there
 * @param manifestWindow how much a manifest lists for a player that joins now, 30 s to 15 min
 * @param idleRetention how long a stopped channel keeps what it has in AWS, which makes the next
 *     start quicker and costs a little
 * @param alertGrace how long AWS may take to notice that a running channel gets no input, before
 *     silence counts as "all well"
 */
@Validated
@ConfigurationProperties("onair.channel")
public record ChannelProperties(
    @Nullable String secretKey,
    @Nullable String encoderRoleArn,
    @Nullable String flowRoleArn,
    @Nullable String keyRoleArn,
    @DefaultValue("false") boolean forceMediastore,
    @DefaultValue("60s") Duration manifestWindow,
    @DefaultValue("1h") Duration idleRetention,
    @DefaultValue("10s") Duration alertGrace,
    @DefaultValue @Valid Ingest ingest,
    @DefaultValue Deadlines deadlines,
    @DefaultValue Watch watch) {

  private static final int KEY_BYTES = 32;
  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(30);
  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);

  public ChannelProperties {
    decode(secretKey);
    encoderRoleArn = encoderRoleArn == null || encoderRoleArn.isBlank() ? null : encoderRoleArn;
    flowRoleArn = flowRoleArn == null || flowRoleArn.isBlank() ? null : flowRoleArn;
    keyRoleArn = keyRoleArn == null || keyRoleArn.isBlank() ? null : keyRoleArn;
    if (manifestWindow.compareTo(SHORTEST_WINDOW) < 0
        || manifestWindow.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "onair.channel.manifest-window must be 30s to 15m, not " + manifestWindow);
    }
    requirePositive("idle-retention", idleRetention);
    requirePositive("alert-grace", alertGrace);
  }

  /**
   * Where broadcasters push to.
   *
   * @param rtmpUrl what broadcasters are told, without the stream key; empty to tell what AWS
   *     gives, which is known once the channel has been started
   * @param srtHost what broadcasters and partners are told for SRT instead of the host AWS gives,
   *     which is known once the channel has been started; empty for that
   * @param srtPorts UDP ports SRT is listened on, one for each channel and each share
   * @param cidrs who may push, 1 to 10 IPv4 ranges
   */
  public record Ingest(
      @Nullable URI rtmpUrl,
      @Nullable String srtHost,
      @DefaultValue("20000-20999") PortRange srtPorts,
      @DefaultValue("0.0.0.0/0") @NotEmpty @Size(max = 10)
          List<
                  @Pattern(
                      regexp = "\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}",
                      message = "must be like 203.0.113.0/24")
                  String>
              cidrs) {

    public Ingest {
      rtmpUrl = rtmpUrl == null || rtmpUrl.toString().isBlank() ? null : rtmpUrl;
      if (rtmpUrl != null
          && !("rtmp".equals(rtmpUrl.getScheme()) || "rtmps".equals(rtmpUrl.getScheme()))) {
        throw new IllegalArgumentException(
            "onair.channel.ingest.rtmp-url must be like rtmp://host:1935/live, not " + rtmpUrl);
      }
      srtHost = srtHost == null || srtHost.isBlank() ? null : srtHost;
      cidrs = List.copyOf(cidrs);
    }
  }

  /**
   * After which the user is told that something takes too long.
   *
   * @param start a start that takes longer is given up
   * @param stop a stop that takes longer is told as failed; it goes on
   * @param delete a delete that takes longer is told as failed; it goes on
   */
  public record Deadlines(
      @DefaultValue("10m") Duration start,
      @DefaultValue("10m") Duration stop,
      @DefaultValue("15m") Duration delete) {

    public Deadlines {
      requirePositive("deadlines.start", start);
      requirePositive("deadlines.stop", stop);
      requirePositive("deadlines.delete", delete);
    }
  }

  /**
   * How often AWS is asked when no event has come. Events make it look at once; this is for those
   * that are lost.
   *
   * @param transitional while AWS is working on a channel
   * @param waiting while a running channel has no input
   * @param live while all is well
   * @param resting while a stopped channel keeps what it has in AWS
   * @param listingAge how old a common listing of all channels may be when it is used
   */
  public record Watch(
      @DefaultValue("2s") Duration transitional,
      @DefaultValue("5s") Duration waiting,
      @DefaultValue("30s") Duration live,
      @DefaultValue("60s") Duration resting,
      @DefaultValue("1s") Duration listingAge) {

    public Watch {
      requirePositive("watch.transitional", transitional);
      requirePositive("watch.waiting", waiting);
      requirePositive("watch.live", live);
      requirePositive("watch.resting", resting);
      requirePositive("watch.listing-age", listingAge);
    }
  }

  /** The role given, else the account's {@code MediaLiveAccessRole}. */
  public String encoderRoleArn(String accountId) {
    return encoderRoleArn == null
        ? "arn:aws:iam::" + accountId + ":role/MediaLiveAccessRole"
        : encoderRoleArn;
  }

  /** The role given, else the account's {@code MediaConnectAccessRole}. */
  public String flowRoleArn(String accountId) {
    return flowRoleArn == null
        ? "arn:aws:iam::" + accountId + ":role/MediaConnectAccessRole"
        : flowRoleArn;
  }

  /** The role given, else the account's {@code MediaPackageSpekeRole}. */
  public String keyRoleArn(String accountId) {
    return keyRoleArn == null
        ? "arn:aws:iam::" + accountId + ":role/MediaPackageSpekeRole"
        : keyRoleArn;
  }

  byte[] secretKeyBytes() {
    return decode(secretKey);
  }

  private static byte[] decode(@Nullable String secretKey) {
    if (secretKey != null) {
      try {
        byte[] key = Base64.getDecoder().decode(secretKey.strip());
        if (key.length == KEY_BYTES) {
          return key;
        }
      } catch (IllegalArgumentException notBase64) {
        // Told below, without the value.
      }
    }
    throw new IllegalArgumentException(
        "onair.channel.secret-key must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "onair.channel." + key + " must be longer than nothing, not " + value);
    }
  }

  @Override
  public String toString() {
    return "ChannelProperties[secretKey=***, encoderRoleArn=%s, flowRoleArn=%s, keyRoleArn=%s, forceMediastore=%s, manifestWindow=%s, idleRetention=%s, alertGrace=%s, ingest=%s, deadlines=%s, watch=%s]"
        .formatted(
            encoderRoleArn,
            flowRoleArn,
            keyRoleArn,
            forceMediastore,
            manifestWindow,
            idleRetention,
            alertGrace,
            ingest,
            deadlines,
            watch);
  }
}
