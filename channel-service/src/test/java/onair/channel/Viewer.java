package onair.channel;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import onair.awslocal.AwsLocal;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/**
 * Watches the one channel there is, through a CDN of the test's own.
 *
 * @param manifest of the channel, at the CDN
 * @param folder for what is decoded
 */
record Viewer(URI manifest, Path folder) {

  /** A ladder that costs a test little. */
  static final String LADDER =
      """
      {"name":"tiny","frame_rate":24,"gop_seconds":1,
       "video":[{"name":"v180","width":320,"height":180,"bits_per_second":300000}]}
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int FAR = 60;

  static Viewer of(AwsLocal aws, MediaPackageV2Client packages, CloudFrontClient cdn, Path folder) {
    String group = packages.listChannelGroups(list -> {}).items().getFirst().channelGroupName();
    String channel =
        packages
            .listChannels(list -> list.channelGroupName(group))
            .items()
            .getFirst()
            .channelName();
    URI url =
        URI.create(
            packages
                .listOriginEndpoints(list -> list.channelGroupName(group).channelName(channel))
                .items()
                .getFirst()
                .hlsManifests()
                .getFirst()
                .url());
    // All channels of the installation are at one host.
    if (cdn.listDistributions(list -> {}).distributionList().items().isEmpty()) {
      distribute(cdn, url.getHost());
    }
    return new Viewer(aws.edge().resolve(url.getPath()), folder);
  }

  private static void distribute(CloudFrontClient cdn, String host) {
    String control =
        cdn.createOriginAccessControl(
                create ->
                    create.originAccessControlConfig(
                        config ->
                            config
                                .name("mp")
                                .originAccessControlOriginType("mediapackagev2")
                                .signingBehavior("always")
                                .signingProtocol("sigv4")))
            .originAccessControl()
            .id();
    cdn.createDistribution(
        create ->
            create.distributionConfig(
                config ->
                    config
                        .callerReference(UUID.randomUUID().toString())
                        .comment("test")
                        .enabled(true)
                        .origins(
                            origins ->
                                origins
                                    .quantity(1)
                                    .items(
                                        origin ->
                                            origin
                                                .id("mp")
                                                .domainName(host)
                                                .originAccessControlId(control)
                                                .customOriginConfig(
                                                    custom ->
                                                        custom
                                                            .httpPort(80)
                                                            .httpsPort(443)
                                                            .originProtocolPolicy("https-only"))))
                        .defaultCacheBehavior(
                            behavior ->
                                behavior
                                    .targetOriginId("mp")
                                    .viewerProtocolPolicy("allow-all")
                                    .cachePolicyId("08627262-05a9-4f76-9ded-b50ca2e3a84f"))));
  }

  /** Whether the newest picture is of that colour in its upper left corner. */
  boolean cornerIs(Color colour) throws IOException, InterruptedException {
    return near(newest().getRGB(8, 8), colour);
  }

  /** Whether the newest picture is of that colour in its middle. */
  boolean middleIs(Color colour) throws IOException, InterruptedException {
    return near(newest().getRGB(160, 90), colour);
  }

  /** What a player that watches the picture reads now. */
  String playlist() throws IOException, InterruptedException {
    return text(manifest.resolve(files(manifest).getFirst()));
  }

  /** The bytes of all segments of the picture that are listed, one character each. */
  String segments() throws IOException, InterruptedException {
    URI playlist = manifest.resolve(files(manifest).getFirst());
    var all = new StringBuilder();
    for (String segment : files(playlist)) {
      all.append(text(playlist.resolve(segment)));
    }
    return all.toString();
  }

  private static List<String> files(URI playlist) throws IOException, InterruptedException {
    return text(playlist).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
  }

  private static String text(URI file) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(file).build(),
            BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
        .body();
  }

  private BufferedImage newest() throws IOException, InterruptedException {
    Path picture = folder.resolve("newest.png");
    String command =
        "ffmpeg -nostdin -y -loglevel error -live_start_index -1 -i %s -map 0:v:0 -frames:v 1 %s";
    int ended =
        new ProcessBuilder(command.formatted(manifest, picture).split(" ")).start().waitFor();
    if (ended != 0) {
      throw new IOException("no picture yet");
    }
    return ImageIO.read(picture.toFile());
  }

  private static boolean near(int rgb, Color wanted) {
    var seen = new Color(rgb);
    return Math.abs(seen.getRed() - wanted.getRed()) < FAR
        && Math.abs(seen.getGreen() - wanted.getGreen()) < FAR
        && Math.abs(seen.getBlue() - wanted.getBlue()) < FAR;
  }
}
