package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.srt.Srt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Encryption;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.KeyType;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A contribution by SRT as a platform runs it, through nothing but AWS's own APIs: a sender with a
 * passphrase in, viewers and a partner out, and a restart of aws-local in between.
 */
class ContributionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSPHRASE = "open-sesame-and-more";
  private static final String ROLE = "arn:aws:iam::000000000000:role/MediaConnect";

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final int port = Srt.freePort();
  private final int share = Srt.freePort();
  private @Nullable AwsLocal aws;
  private @Nullable Broadcast broadcast;
  private @Nullable MediaConnectClient mediaConnect;

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    close();
  }

  private void start() {
    aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
    broadcast = new Broadcast(aws);
    mediaConnect = broadcast.client(MediaConnectClient.builder());
  }

  private void close() {
    if (broadcast != null) {
      broadcast.close();
    }
    if (mediaConnect != null) {
      mediaConnect.close();
    }
    if (aws != null) {
      aws.close();
    }
  }

  @Test
  void senderWithThePassphraseIsSeenByViewersAndReceivedByAPartner() throws Exception {
    start();
    String arn = flow();
    broadcast.createFedBy(arn);
    assertThat(describe(arn).outputs())
        .extracting(Output::mediaLiveInputArn)
        .anyMatch(input -> input != null && input.contains(":input:"));
    mediaConnect.startFlow(f -> f.flowArn(arn));
    await().atMost(PATIENCE).until(() -> describe(arn).status() == Status.ACTIVE);
    broadcast.start();
    await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);

    assertThat(Srt.failed(started(Srt.send(Srt.call(port, "passphrase=not-the-passphrase")))))
        .isTrue();
    assertThat(mediaConnect.describeFlow(f -> f.flowArn(arn)).messages().errors())
        .singleElement()
        .asString()
        .contains("passphrase is wrong");
    assertThat(broadcast.alerts()).isNotEmpty();

    Process sender = send();
    await().atMost(PATIENCE).until(() -> broadcast.alerts().isEmpty());
    await().atMost(PATIENCE).until(() -> viewer().status("index.m3u8") == 200);
    assertThat(viewer().decoded("index.m3u8", "0:v:0")).isGreaterThan(10);
    assertThat(viewer().decoded("index.m3u8", "0:a:0")).isGreaterThan(10);
    String partner = Srt.call(share, "passphrase=" + PASSPHRASE);
    assertThat(Srt.pictures(started(Srt.receive(partner, 2)))).isGreaterThan(10);
    assertThat(describe(arn).source().peerIpAddress()).isEqualTo("127.0.0.1");

    sender.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !broadcast.alerts().isEmpty());
    Process back =
        started(Srt.sendSilent(Srt.call(port, "passphrase=" + PASSPHRASE, "connect_timeout=9000")));
    await().atMost(PATIENCE).until(() -> broadcast.alerts().isEmpty());
    assertThat(back.isAlive()).isTrue();
    back.destroyForcibly();

    close();
    start();
    broadcast.find();
    await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
    send();
    await().atMost(PATIENCE).until(() -> broadcast.alerts().isEmpty());
    await().atMost(PATIENCE).until(() -> viewer().status("index.m3u8") == 200);
    assertThat(viewer().decoded("index.m3u8", "0:v:0")).isGreaterThan(10);

    mediaConnect.stopFlow(f -> f.flowArn(arn));
    await().atMost(PATIENCE).until(() -> describe(arn).status() == Status.STANDBY);
    assertThat(Srt.isFree(port)).isTrue();
    assertThat(Srt.isFree(share)).isTrue();
    await().atMost(PATIENCE).until(() -> !broadcast.alerts().isEmpty());
    broadcast.remove();
    assertThat(describe(arn).outputs()).extracting(Output::name).containsExactly("share");
    mediaConnect.deleteFlow(f -> f.flowArn(arn));
    await().atMost(PATIENCE).until(() -> mediaConnect.listFlows().flows().isEmpty());
  }

  private String flow() {
    String secret;
    try (SecretsManagerClient secrets = broadcast.client(SecretsManagerClient.builder())) {
      secret = secrets.createSecret(s -> s.name("srt/ev").secretString(PASSPHRASE)).arn();
    }
    Encryption encryption =
        Encryption.builder()
            .keyType(KeyType.SRT_PASSWORD)
            .algorithm("aes256")
            .roleArn(ROLE)
            .secretArn(secret)
            .build();
    return mediaConnect
        .createFlow(
            f ->
                f.name("ev")
                    .source(
                        s ->
                            s.name("in")
                                .protocol(Protocol.SRT_LISTENER)
                                .ingestPort(port)
                                .whitelistCidr("127.0.0.0/8")
                                .decryption(encryption))
                    .outputs(
                        o ->
                            o.name("share")
                                .protocol(Protocol.SRT_LISTENER)
                                .port(share)
                                .cidrAllowList("127.0.0.1/32")
                                .encryption(encryption)))
        .flow()
        .flowArn();
  }

  private Process send() {
    return started(Srt.send(Srt.call(port, "passphrase=" + PASSPHRASE, "connect_timeout=20000")));
  }

  private Viewer viewer() {
    return new Viewer(aws.edge().resolve(broadcast.path()));
  }

  private Flow describe(String arn) {
    return mediaConnect.describeFlow(f -> f.flowArn(arn)).flow();
  }

  private Process started(Process process) {
    processes.add(process);
    return process;
  }
}
