package onair.awslocal.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.awslocal.protocol.Backend;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretValueEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** Secrets through the AWS SDK over HTTP, with time moved by hand. */
class SecretTest {

  private static final String ACCOUNT = "111122223333";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private LocalApi api;
  private LocalSecretsManager backend;
  private SecretsManagerClient aws;

  @BeforeEach
  void start() throws Exception {
    store = new StateStore(folder);
    backend = new LocalSecretsManager(store, () -> now);
    api = new LocalApi(new Backend("secretsmanager", SecretsManagerClient.class, backend), ACCOUNT);
    aws = api.client(SecretsManagerClient.builder(), Region.EU_WEST_1);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
    api.close();
    store.close();
  }

  @Test
  void secretIsFoundByNameArnAndArnWithoutItsEnd() {
    String arn = aws.createSecret(s -> s.name("srt/ev-42").secretString("open sesame")).arn();

    assertThat(arn).startsWith("arn:aws:secretsmanager:eu-west-1:111122223333:secret:srt/ev-42-");
    for (String id : List.of("srt/ev-42", arn, arn.substring(0, arn.length() - 7))) {
      assertThat(value(id)).isEqualTo("open sesame");
    }
    assertThat(aws.describeSecret(s -> s.secretId(arn)).versionIdsToStages().values())
        .containsExactly(List.of("AWSCURRENT"));
    assertThatThrownBy(() -> value("srt")).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void createCallThatIsRepeatedMakesOneSecretAndAnotherOneIsRefused() {
    String arn = create("a", "first").arn();

    assertThat(create("a", "first").arn()).isEqualTo(arn);
    assertThatThrownBy(() -> create("a", "second")).isInstanceOf(ResourceExistsException.class);
    assertThatThrownBy(() -> aws.createSecret(s -> s.name("a").secretString("first")))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(aws.listSecrets().secretList()).hasSize(1);
  }

  @Test
  void newValueBecomesCurrentAndTheOldOnePrevious() {
    create("a", "first");
    String second = aws.putSecretValue(s -> s.secretId("a").secretString("second")).versionId();
    aws.updateSecret(s -> s.secretId("a").description("Words").secretString("third"));

    assertThat(value("a")).isEqualTo("third");
    assertThat(aws.getSecretValue(s -> s.secretId("a").versionStage("AWSPREVIOUS")).versionId())
        .isEqualTo(second);
    assertThat(aws.getSecretValue(s -> s.secretId("a").versionId(TOKEN)).secretString())
        .isEqualTo("first");
    assertThat(aws.describeSecret(s -> s.secretId("a")).description()).isEqualTo("Words");
    assertThatThrownBy(
            () ->
                aws.putSecretValue(
                    s -> s.secretId("a").clientRequestToken(TOKEN).secretString("other")))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void valueIsTextOrBytesAndMayComeLater() {
    aws.createSecret(s -> s.name("later"));
    assertThatThrownBy(() -> value("later"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("AWSCURRENT");

    SdkBytes bytes = SdkBytes.fromUtf8String("bytes");
    aws.putSecretValue(s -> s.secretId("later").secretBinary(bytes));

    assertThat(aws.getSecretValue(s -> s.secretId("later")).secretBinary()).isEqualTo(bytes);
    assertThatThrownBy(
            () -> aws.createSecret(s -> s.name("b").secretString("x").secretBinary(bytes)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void deletedSecretCanBeRestoredUntilItsWindowHasPassed() {
    create("a", "first");
    aws.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(7L));

    assertThatThrownBy(() -> value("a")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> create("a", "first")).isInstanceOf(InvalidRequestException.class);
    assertThat(aws.listSecrets().secretList()).isEmpty();
    assertThat(aws.listSecrets(l -> l.includePlannedDeletion(true)).secretList()).hasSize(1);
    aws.restoreSecret(s -> s.secretId("a"));
    assertThat(value("a")).isEqualTo("first");

    aws.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(7L));
    now = now.plus(Duration.ofDays(7));
    assertThatThrownBy(() -> aws.restoreSecret(s -> s.secretId("a")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(create("a", "again").name()).isEqualTo("a");
  }

  @Test
  void deletionWithoutRecoveryIsAtOnceAndMayBeRepeated() {
    create("a", "first");
    for (int i = 0; i < 2; i++) {
      aws.deleteSecret(s -> s.secretId("a").forceDeleteWithoutRecovery(true));
    }

    assertThatThrownBy(() -> aws.describeSecret(s -> s.secretId("a")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                aws.deleteSecret(
                    s -> s.secretId("a").forceDeleteWithoutRecovery(true).recoveryWindowInDays(7L)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> aws.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(6L)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void listingIsFilteredByNameAndTagsAndComesInPages() {
    for (String name : List.of("on/a", "on/b", "off/c")) {
      aws.createSecret(
          s -> s.name(name).secretString("x").tags(t -> t.key("deployment").value(name)));
    }
    aws.tagResource(s -> s.secretId("off/c").tags(t -> t.key("extra").value("1")));

    assertThat(names(FilterNameStringType.NAME, "on/")).containsExactlyInAnyOrder("on/a", "on/b");
    assertThat(names(FilterNameStringType.TAG_KEY, "extra")).containsExactly("off/c");
    assertThat(names(FilterNameStringType.TAG_VALUE, "on/b", "off"))
        .containsExactlyInAnyOrder("on/b", "off/c");
    assertThat(names(FilterNameStringType.NAME, "!on/")).containsExactly("off/c");
    assertThat(aws.listSecretsPaginator(l -> l.maxResults(1)).stream()).hasSize(3);
    aws.untagResource(s -> s.secretId("off/c").tagKeys("extra"));
    assertThat(names(FilterNameStringType.TAG_KEY, "extra")).isEmpty();
  }

  @Test
  void otherServicesReadTheCurrentTextOfTheirScopeOnly() {
    String arn = create("a", "first").arn();
    var home = new Scope(ACCOUNT, "eu-west-1");

    assertThat(backend.text(home, arn)).contains("first");
    assertThat(backend.text(new Scope(ACCOUNT, "us-east-1"), arn)).isEmpty();
    aws.deleteSecret(s -> s.secretId("a"));
    assertThat(backend.text(home, arn)).isEmpty();
  }

  private CreateSecretResponse create(String name, String text) {
    return aws.createSecret(s -> s.name(name).secretString(text).clientRequestToken(TOKEN));
  }

  private String value(String id) {
    return aws.getSecretValue(s -> s.secretId(id)).secretString();
  }

  private List<String> names(FilterNameStringType key, String... values) {
    return aws.listSecrets(l -> l.filters(f -> f.key(key).values(values))).secretList().stream()
        .map(SecretListEntry::name)
        .toList();
  }

  @Test
  void aStageMovesOnlyFromWhereItIs() {
    String first = aws.createSecret(s -> s.name("s").secretString("one")).versionId();
    String second = aws.putSecretValue(s -> s.secretId("s").secretString("two")).versionId();
    assertThatThrownBy(
            () ->
                aws.updateSecretVersionStage(
                    u -> u.secretId("s").versionStage("AWSCURRENT").moveToVersionId(first)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("RemoveFromVersionId");
    assertThatThrownBy(
            () ->
                aws.updateSecretVersionStage(
                    u -> u.secretId("s").versionStage("AWSCURRENT").removeFromVersionId(second)))
        .isInstanceOf(InvalidParameterException.class);
    aws.updateSecretVersionStage(
        u ->
            u.secretId("s")
                .versionStage("AWSCURRENT")
                .removeFromVersionId(second)
                .moveToVersionId(first));
    assertThat(aws.getSecretValue(g -> g.secretId("s")).secretString()).isEqualTo("one");
    assertThat(aws.getSecretValue(g -> g.secretId("s").versionStage("AWSPREVIOUS")).secretString())
        .isEqualTo("two");
  }

  @Test
  void severalSecretsAreReadAtOnceAndThoseThatAreNotThereAreNamed() {
    aws.createSecret(s -> s.name("a").secretString("1"));
    aws.createSecret(s -> s.name("b").secretString("2"));
    aws.deleteSecret(s -> s.secretId("b"));
    var batch = aws.batchGetSecretValue(b -> b.secretIdList("a", "b", "c"));
    assertThat(batch.secretValues())
        .extracting(SecretValueEntry::secretString)
        .containsExactly("1");
    assertThat(batch.errors())
        .extracting(error -> error.secretId() + " " + error.errorCode())
        .containsExactly("b InvalidRequestException", "c ResourceNotFoundException");
    assertThatThrownBy(() -> aws.batchGetSecretValue(b -> {}))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void aTagNeedsAKeyButNoValue() {
    aws.createSecret(s -> s.name("s").secretString("one").tags(t -> t.key("live")));
    aws.tagResource(t -> t.secretId("s").tags(tag -> tag.key("team")));
    assertThat(aws.describeSecret(d -> d.secretId("s")).tags())
        .allSatisfy(tag -> assertThat(tag.value()).isEmpty())
        .hasSize(2);
    assertThatThrownBy(() -> aws.tagResource(t -> t.secretId("s").tags(tag -> tag.value("v"))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void anUpdateThatIsRefusedChangesNothing() {
    aws.createSecret(s -> s.name("s").clientRequestToken(TOKEN).secretString("one"));
    assertThatThrownBy(
            () ->
                aws.updateSecret(
                    u ->
                        u.secretId("s")
                            .description("new")
                            .clientRequestToken(TOKEN)
                            .secretString("two")))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(aws.describeSecret(d -> d.secretId("s")).description()).isNull();
  }

  @Test
  void aPasswordHasWhatWasAskedFor() {
    String usual = aws.getRandomPassword(p -> {}).randomPassword();
    assertThat(usual).hasSize(32).matches(".*[a-z].*").matches(".*[A-Z].*").matches(".*\\d.*");
    assertThat(
            aws.getRandomPassword(
                    p ->
                        p.passwordLength(200L)
                            .excludePunctuation(true)
                            .excludeLowercase(true)
                            .excludeCharacters("0O"))
                .randomPassword())
        .matches("[A-NP-Z1-9]{200}");
    assertThatThrownBy(() -> aws.getRandomPassword(p -> p.passwordLength(3L)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void paginatorsGiveEverythingOnce() {
    aws.createSecret(s -> s.name("n0").secretString("0"));
    for (int i = 1; i < 5; i++) {
      String name = "n" + i;
      aws.createSecret(s -> s.name(name).secretString(name));
      aws.putSecretValue(s -> s.secretId("n0").secretString(name));
      now = now.plusMillis(1);
    }
    assertThat(
            aws.listSecretsPaginator(l -> l.maxResults(2)).stream()
                .flatMap(page -> page.secretList().stream()))
        .extracting(SecretListEntry::name)
        .containsExactlyInAnyOrder("n0", "n1", "n2", "n3", "n4");
    assertThat(
            aws
                .listSecretVersionIdsPaginator(
                    l -> l.secretId("n0").includeDeprecated(true).maxResults(2))
                .stream()
                .flatMap(page -> page.versions().stream()))
        .hasSize(5)
        .doesNotHaveDuplicates();
    assertThat(aws.listSecretVersionIds(l -> l.secretId("n0")).versions())
        .flatExtracting(SecretVersionsListEntry::versionStages)
        .containsExactlyInAnyOrder("AWSPREVIOUS", "AWSCURRENT");
    assertThat(
            aws
                .batchGetSecretValuePaginator(
                    b -> b.filters(f -> f.key(FilterNameStringType.NAME).values("n")).maxResults(2))
                .stream()
                .mapToLong(page -> page.secretValues().size())
                .sum())
        .isEqualTo(5);
  }
}
