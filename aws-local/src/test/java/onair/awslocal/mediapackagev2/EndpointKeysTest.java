package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import onair.awslocal.media.Protection;
import onair.awslocal.speke.KeyServerForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted endpoints and the key server that they name. */
class EndpointKeysTest {

  private static final String PLAYLIST = "/out/v1/grp/ev/drm/index.m3u8";

  @TempDir private Path folder;
  private MediaPackage aws;
  private KeyServerForTests keys;

  @BeforeEach
  void start() throws Exception {
    aws = MediaPackage.in(folder);
    keys = KeyServerForTests.start();
    aws.channel();
    aws.client.createOriginEndpoint(
        e ->
            e.channelGroupName("grp")
                .channelName("ev")
                .originEndpointName("drm")
                .containerType("CMAF")
                .segment(
                    s ->
                        s.segmentDurationSeconds(6)
                            .encryption(
                                c ->
                                    c.encryptionMethod(m -> m.cmafEncryptionMethod("CBCS"))
                                        .spekeKeyProvider(
                                            k ->
                                                k.resourceId("ev-42")
                                                    .drmSystemsWithStrings("FAIRPLAY", "WIDEVINE")
                                                    .roleArn("arn:aws:iam::111122223333:role/Speke")
                                                    .url(keys.address().toString())
                                                    .encryptionContractConfiguration(
                                                        p ->
                                                            p.presetSpeke20Audio("PRESET_AUDIO_1")
                                                                .presetSpeke20Video(
                                                                    "PRESET_VIDEO_1")))))
                .hlsManifests(h -> h.manifestName("index")));
    aws.allowCloudFront("drm");
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
    keys.close();
  }

  @Test
  void theKeyServerIsAskedOnceWhenSomebodyFirstPlays() {
    assertThat(keys.asked).isEmpty();

    assertThat(aws.fetch(PLAYLIST).status()).isEqualTo(200);
    assertThat(aws.fetch(PLAYLIST).status()).isEqualTo(200);

    assertThat(keys.asked)
        .singleElement()
        .asString()
        .contains("contentId=\"ev-42\"")
        .contains("commonEncryptionScheme=\"cbcs\"")
        .contains("systemId=\"94ce86fb-07ff-4f43-adb8-93d2fa968ca2\"")
        .contains("systemId=\"edef8ba9-79d6-4ace-a3c8-27dcd51d21ed\"")
        .contains("intendedTrackType=\"VIDEO\"", "intendedTrackType=\"AUDIO\"");
    Protection used = aws.origin.protections.get("drm");
    assertThat(used.scheme()).isEqualTo(Protection.Scheme.CBCS);
    Protection.Key video = used.key(true).orElseThrow();
    assertThat(video.bytes()).isEqualTo(KeyServerForTests.key(video.id().toString()));
    assertThat(used.key(false).orElseThrow().id()).isNotEqualTo(video.id());
  }

  @Test
  void clearKeysAreOfWholeSegments() {
    aws.client.createOriginEndpoint(
        e ->
            e.channelGroupName("grp")
                .channelName("ev")
                .originEndpointName("clear-key")
                .containerType("TS")
                .segment(
                    s ->
                        s.encryption(
                            c ->
                                c.encryptionMethod(m -> m.tsEncryptionMethod("AES_128"))
                                    .spekeKeyProvider(
                                        k ->
                                            k.resourceId("ev-42")
                                                .drmSystemsWithStrings("CLEAR_KEY_AES_128")
                                                .roleArn("arn:aws:iam::111122223333:role/Speke")
                                                .url(keys.address().toString())
                                                .encryptionContractConfiguration(
                                                    p ->
                                                        p.presetSpeke20Audio("SHARED")
                                                            .presetSpeke20Video("SHARED")))))
                .hlsManifests(h -> h.manifestName("index")));
    aws.allowCloudFront("clear-key");

    assertThat(aws.fetch(PLAYLIST.replace("drm", "clear-key")).status()).isEqualTo(200);

    assertThat(keys.asked)
        .singleElement()
        .asString()
        .contains("systemId=\"81376844-f976-481e-a84e-cc25d39b0b33\"")
        .contains("intendedTrackType=\"ALL\"");
    Protection used = aws.origin.protections.get("clear-key");
    assertThat(used.scheme()).isEqualTo(Protection.Scheme.AES_128);
    assertThat(used.systems().getFirst().keyAddress()).startsWith("http://127.0.0.1:");
  }

  @Test
  void withoutKeysNothingIsAnsweredUntilTheServerIsWellAgain() {
    keys.breakDown(true);

    assertThat(aws.fetch(PLAYLIST).status()).isEqualTo(503);
    assertThat(MediaPackage.text(aws.fetch(PLAYLIST))).contains("The key server answers 500");
    keys.breakDown(false);

    await().atMost(Duration.ofSeconds(30)).until(() -> aws.fetch(PLAYLIST).status() == 200);
  }
}
