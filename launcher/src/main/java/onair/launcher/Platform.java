package onair.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.launcher.Ports.Part;

/**
 * What the platform on this machine consists of: which processes, with which memory, settings and
 * secrets.
 */
final class Platform {
  private static final String DEPLOYMENT = "local";
  private static final String REGION = "eu-west-1";
  private static final String ACCOUNT = "000000000000";
  private static final String ACCESS_KEY_ID = "AKIAONAIRLOCAL000000";

  private final Installation installation;
  private final Home home;
  private final Ports ports;
  private final Secrets secrets;

  Platform(Installation installation, Home home, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
  }

  /** All processes but PostgreSQL, in the order in which they are started and shown. */
  List<ServiceSpec> services(Database database) {
    return List.of(
        awsLocal(),
        account(database),
        channel(database),
        delivery(database),
        vod(database),
        ads(database),
        gateway());
  }

  private ServiceSpec awsLocal() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_LOCAL_HOST", "127.0.0.1");
    environment.put("AWS_LOCAL_PORT", port(Part.AWS));
    environment.put("AWS_LOCAL_EDGE_PORT", port(Part.EDGE));
    environment.put("AWS_LOCAL_RTMP_PORT", port(Part.RTMP));
    environment.put("AWS_LOCAL_DATA", home.data("aws-local").toString());
    environment.put("AWS_LOCAL_FSYNC", "on");
    // Whoever sits at this machine may look at the cloud with any key; uploads need ours.
    environment.put("AWS_LOCAL_CREDENTIALS", ACCESS_KEY_ID + ":" + secrets.awsSecretKey() + ",*");
    passOn(environment, "AWS_LOCAL_PROFILE", "AWS_LOCAL_FFMPEG", "AWS_LOCAL_MAX_ENCODERS");
    List<String> command = new ArrayList<>(java("512m"));
    command.addAll(List.of("-cp", installation.launcherClasspath(), "onair.awslocal.AwsLocal"));
    return new ServiceSpec(
        "aws-local", command, environment, URI.create(url(Part.AWS) + "/_aws-local/health"));
  }

  private ServiceSpec account(Database database) {
    Map<String, String> environment = new HashMap<>(database.provide("account"));
    environment.putAll(aws());
    environment.put("ONAIR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
    environment.put("ONAIR_ACCOUNT_WEBHOOK_SECRET_KEY", secrets.webhookSecretKey());
    // Receivers of webhooks are on this machine, too.
    environment.put("ONAIR_OUTGOING_PLAIN_HTTP", "true");
    environment.put("ONAIR_OUTGOING_PORTS", "");
    environment.put("ONAIR_OUTGOING_ALLOWED_NETWORKS", "127.0.0.0/8");
    environment.put("ONAIR_ACCOUNT_BOOTSTRAP_OWNER_EMAIL", secrets.ownerEmail());
    environment.put("ONAIR_ACCOUNT_BOOTSTRAP_OWNER_PASSWORD", secrets.ownerPassword());
    environment.put("ONAIR_ACCOUNT_BOOTSTRAP_API_KEY", secrets.apiKey());
    environment.put("ONAIR_ACCOUNT_BOOTSTRAP_ORGANIZATION_NAME", "My organization");
    // Everybody at this machine has one address.
    environment.put("ONAIR_ACCOUNT_LIMIT_ADDRESS_PERMITS", "0");
    passOn(
        environment, "ONAIR_ACCOUNT_LIMIT_KEY_PERMITS", "ONAIR_ACCOUNT_LIMIT_ORGANIZATION_PERMITS");
    return spring("account-service", Part.ACCOUNT, "192m", environment);
  }

  private ServiceSpec channel(Database database) {
    Map<String, String> environment = new HashMap<>(database.provide("channel"));
    environment.putAll(aws());
    environment.put("ONAIR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
    environment.put("ONAIR_CHANNEL_SECRET_KEY", secrets.channelSecretKey());
    environment.put("ONAIR_CHANNEL_INGEST_RTMP_URL", rtmpUrl());
    environment.put("ONAIR_CHANNEL_INGEST_SRT_HOST", "127.0.0.1");
    // aws-local tells AWS's default limits and does not hold anybody to them.
    environment.put("ONAIR_CHANNEL_QUOTAS_REFUSE", "false");
    environment.put(
        "ONAIR_RECONCILE_SETTLE",
        "PT15S"); // aws-local lists what it made at once; real AWS needs the default.
    return spring("channel-service", Part.CHANNEL, "256m", environment);
  }

  private ServiceSpec delivery(Database database) {
    Map<String, String> environment = new HashMap<>(database.provide("delivery"));
    environment.putAll(aws());
    environment.put("ONAIR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
    environment.put("ONAIR_DELIVERY_BASE_URL", url(Part.EDGE));
    environment.put("ONAIR_RECONCILE_SETTLE", "PT15S");
    return spring("delivery-service", Part.DELIVERY, "256m", environment);
  }

  private ServiceSpec vod(Database database) {
    Map<String, String> environment = new HashMap<>(database.provide("vod"));
    environment.putAll(aws());
    environment.put("ONAIR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
    environment.put("ONAIR_RECONCILE_SETTLE", "PT15S");
    return spring("vod-service", Part.VOD, "256m", environment);
  }

  private ServiceSpec ads(Database database) {
    Map<String, String> environment = new HashMap<>(database.provide("ads"));
    environment.putAll(aws());
    environment.put("ONAIR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
    environment.put("ONAIR_ADS_PUBLIC_URL", url(Part.GATEWAY));
    environment.put("ONAIR_ADS_SECRET_KEY", secrets.adsSecretKey());
    environment.put("ONAIR_RECONCILE_SETTLE", "PT15S");
    return spring("ads-service", Part.ADS, "256m", environment);
  }

  private ServiceSpec gateway() {
    Map<String, String> environment = new HashMap<>();
    environment.put("ONAIR_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey().toString());
    environment.put("ONAIR_GATEWAY_ACCOUNT_URL", url(Part.ACCOUNT));
    environment.put("ONAIR_GATEWAY_CHANNEL_URL", url(Part.CHANNEL));
    environment.put("ONAIR_GATEWAY_DELIVERY_URL", url(Part.DELIVERY));
    environment.put("ONAIR_GATEWAY_VOD_URL", url(Part.VOD));
    environment.put("ONAIR_GATEWAY_ADS_URL", url(Part.ADS));
    environment.put("ONAIR_GATEWAY_MEDIA_ORIGINS", url(Part.EDGE));
    environment.put("ONAIR_GATEWAY_UPLOAD_ORIGINS", url(Part.AWS));
    return spring("gateway-service", Part.GATEWAY, "256m", environment);
  }

  /**
   * What a shell needs to talk to the platform; the four names are part of the product's interface.
   */
  Map<String, String> localEnv() {
    return Map.of(
        "ONAIR_URL", url(Part.GATEWAY),
        "ONAIR_API_KEY", secrets.apiKey(),
        "ONAIR_AWS_ENDPOINT", url(Part.AWS),
        "ONAIR_RTMP_URL", rtmpUrl());
  }

  RunningPlatform.Owner owner() {
    return new RunningPlatform.Owner(secrets.ownerEmail(), secrets.ownerPassword());
  }

  String url() {
    return url(Part.GATEWAY);
  }

  private ServiceSpec spring(String name, Part part, String heap, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SERVER_PORT", port(part));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    all.put("ONAIR_DEPLOYMENT", DEPLOYMENT);
    Path jar = installation.unpack(home, name);
    List<String> command = new ArrayList<>(java(heap));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    return new ServiceSpec(name, command, all, URI.create(url(part) + "/actuator/health"));
  }

  private List<String> java(String heap) {
    return List.of(
        installation.java().toString(),
        home.marker(),
        "-XX:+UseSerialGC",
        "-Xmx" + heap,
        "-XX:+ExitOnOutOfMemoryError",
        "-Duser.timezone=UTC",
        "--enable-native-access=ALL-UNNAMED");
  }

  private Map<String, String> aws() {
    return Map.of(
        "ONAIR_AWS_ENDPOINT", url(Part.AWS),
        "ONAIR_AWS_REGION", REGION,
        "ONAIR_AWS_ACCOUNT_ID", ACCOUNT,
        "ONAIR_AWS_ACCESS_KEY_ID", ACCESS_KEY_ID,
        "ONAIR_AWS_SECRET_ACCESS_KEY", secrets.awsSecretKey());
  }

  private static void passOn(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
  }

  private String rtmpUrl() {
    return "rtmp://127.0.0.1:" + ports.of(Part.RTMP) + "/live";
  }

  private String url(Part part) {
    return "http://127.0.0.1:" + ports.of(part);
  }

  private String port(Part part) {
    return Integer.toString(ports.of(part));
  }
}
