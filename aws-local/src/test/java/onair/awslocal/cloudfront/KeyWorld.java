package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchPublicKeyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResourceException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyConfig;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyInUseException;
import software.amazon.awssdk.services.cloudfront.model.PublicKeySummary;
import software.amazon.awssdk.services.cloudfront.model.ResourceInUseException;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroupDoesNotExistException;

/**
 * Two public keys, two key groups and a policy, and one distribution that may name them, in a
 * process that can be restarted, beside what CloudFront documents of versions and use.
 */
final class KeyWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "us-east-1", "r");
  private static final Answer STALE = Answer.refused(PreconditionFailedException.class);

  /** What a resource should be. */
  private static final class Wanted {
    @Nullable String id;
    String etag = "E0";
    final List<String> members = new ArrayList<>();

    boolean isThere() {
      return id != null;
    }
  }

  private final Path folder;
  private final String pem;
  private final Map<String, Wanted> keys = Map.of("k0", new Wanted(), "k1", new Wanted());
  private final Map<String, Wanted> groups = Map.of("g0", new Wanted(), "g1", new Wanted());
  private final Wanted policy = new Wanted();
  private final Wanted distribution = new Wanted();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private Lifecycle lifecycle;
  private LocalCloudFront backend;

  KeyWorld(Path folder, String pem) {
    this.folder = folder;
    this.pem = pem;
    open();
  }

  private void open() {
    this.store = new StateStore(folder, () -> now, false);
    this.lifecycle = Lifecycle.manual(() -> now);
    this.backend = backend();
  }

  private LocalCloudFront backend() {
    EdgeNetwork edge = new EdgeNetwork(new OriginDirectory(), () -> now, 1024);
    return new LocalCloudFront(
        store, lifecycle, Profile.FAST, edge, new AppliedQuotas(store, false));
  }

  void restart() {
    close();
    open();
  }

  void createKey(String name) {
    Wanted key = wanted(keys, name);
    PublicKeyConfig config =
        PublicKeyConfig.builder().callerReference(name).name(name).encodedKey(pem).build();
    expect(
        Answer.OK, // the same call again is answered with the same key
        aws -> {
          var made = aws.createPublicKey(k -> k.publicKeyConfig(config));
          if (key.isThere()) {
            assertThat(made.publicKey().id()).isEqualTo(key.id);
          }
          key.id = made.publicKey().id();
          key.etag = made.eTag();
        });
  }

  void deleteKey(String name, boolean stale) {
    Wanted key = wanted(keys, name);
    boolean used = groups.values().stream().anyMatch(g -> g.isThere() && g.members.contains(name));
    delete(
        key,
        stale,
        used,
        NoSuchPublicKeyException.class,
        PublicKeyInUseException.class,
        (aws, etag) -> aws.deletePublicKey(k -> k.id(id(key)).ifMatch(etag)));
  }

  void createGroup(String name, List<String> members) {
    Wanted group = wanted(groups, name);
    Answer expected =
        !haveKeys(members)
            ? Answer.refused(InvalidArgumentException.class)
            : group.isThere() ? Answer.refused(KeyGroupAlreadyExistsException.class) : Answer.OK;
    expect(
        expected,
        aws -> {
          var made =
              aws.createKeyGroup(g -> g.keyGroupConfig(c -> c.name(name).items(ids(members))));
          group.id = made.keyGroup().id();
          group.etag = made.eTag();
          group.members.clear();
          group.members.addAll(members);
        });
  }

  void updateGroup(String name, List<String> members, boolean stale) {
    Wanted group = wanted(groups, name);
    Answer expected =
        !group.isThere()
            ? Answer.refused(NoSuchResourceException.class)
            : stale
                ? STALE
                : haveKeys(members) ? Answer.OK : Answer.refused(InvalidArgumentException.class);
    expect(
        expected,
        aws -> {
          var changed =
              aws.updateKeyGroup(
                  g ->
                      g.id(id(group))
                          .ifMatch(stale ? "E0" : group.etag)
                          .keyGroupConfig(c -> c.name(name).items(ids(members))));
          assertThat(changed.eTag()).isNotEqualTo(group.etag);
          group.etag = changed.eTag();
          group.members.clear();
          group.members.addAll(members);
        });
  }

  void deleteGroup(String name, boolean stale) {
    Wanted group = wanted(groups, name);
    boolean used = distribution.isThere() && distribution.members.contains(name);
    delete(
        group,
        stale,
        used,
        NoSuchResourceException.class,
        ResourceInUseException.class,
        (aws, etag) -> aws.deleteKeyGroup(g -> g.id(id(group)).ifMatch(etag)));
  }

  void createPolicy() {
    expect(
        policy.isThere()
            ? Answer.refused(OriginRequestPolicyAlreadyExistsException.class)
            : Answer.OK,
        aws -> {
          var made = aws.createOriginRequestPolicy(p -> p.originRequestPolicyConfig(POLICY));
          policy.id = made.originRequestPolicy().id();
          policy.etag = made.eTag();
        });
  }

  void deletePolicy(boolean stale) {
    delete(
        policy,
        stale,
        distribution.isThere() && distribution.members.contains("policy"),
        NoSuchOriginRequestPolicyException.class,
        OriginRequestPolicyInUseException.class,
        (aws, etag) -> aws.deleteOriginRequestPolicy(p -> p.id(id(policy)).ifMatch(etag)));
  }

  /** Lets the distribution trust a group and use the policy, at once and everywhere. */
  void deploy(String group, boolean withPolicy) {
    Wanted trusted = wanted(groups, group);
    Answer expected =
        withPolicy && !policy.isThere()
            ? Answer.refused(NoSuchOriginRequestPolicyException.class)
            : trusted.isThere()
                ? Answer.OK
                : Answer.refused(TrustedKeyGroupDoesNotExistException.class);
    DistributionConfig config =
        CloudFront.config("ref").toBuilder()
            .defaultCacheBehavior(
                CloudFront.behavior("mp").toBuilder()
                    .originRequestPolicyId(withPolicy ? id(policy) : null)
                    .trustedKeyGroups(t -> t.enabled(true).quantity(1).items(id(trusted)))
                    .build())
            .build();
    expect(
        expected,
        aws -> {
          if (distribution.isThere()) {
            distribution.etag =
                aws.updateDistribution(
                        d ->
                            d.id(distribution.id)
                                .ifMatch(distribution.etag)
                                .distributionConfig(config))
                    .eTag();
          } else {
            var made = aws.createDistribution(d -> d.distributionConfig(config));
            distribution.id = made.distribution().id();
            distribution.etag = made.eTag();
          }
          distribution.members.clear();
          distribution.members.add(group);
          if (withPolicy) {
            distribution.members.add("policy");
          }
        });
    now = now.plusSeconds(10);
    lifecycle.runDue();
  }

  private interface Deletion {
    void by(LocalCloudFront aws, String etag);
  }

  private void delete(
      Wanted wanted,
      boolean stale,
      boolean used,
      Class<? extends CloudFrontException> missing,
      Class<? extends CloudFrontException> inUse,
      Deletion deletion) {
    Answer expected =
        !wanted.isThere()
            ? Answer.refused(missing)
            : stale ? STALE : used ? Answer.refused(inUse) : Answer.OK;
    expect(expected, aws -> deletion.by(aws, stale ? "E0" : wanted.etag));
    if (expected.isOk()) {
      wanted.id = null;
    }
  }

  private static Wanted wanted(Map<String, Wanted> all, String name) {
    return Objects.requireNonNull(all.get(name));
  }

  private static String id(Wanted wanted) {
    return wanted.id == null ? "K404" : wanted.id;
  }

  private boolean haveKeys(List<String> names) {
    return names.stream().allMatch(name -> wanted(keys, name).isThere());
  }

  private List<String> ids(List<String> names) {
    return names.stream().map(name -> id(wanted(keys, name))).toList();
  }

  private void expect(Answer expected, Consumer<LocalCloudFront> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    CALLER.call(
        () -> {
          assertThat(backend.listPublicKeys(l -> {}).publicKeyList().items())
              .extracting(PublicKeySummary::id)
              .containsExactlyInAnyOrderElementsOf(there(keys));
          assertThat(backend.listKeyGroups(l -> {}).keyGroupList().items())
              .extracting(group -> group.keyGroup().id())
              .containsExactlyInAnyOrderElementsOf(there(groups));
          groups.values().stream()
              .filter(Wanted::isThere)
              .forEach(
                  group -> {
                    var shown = backend.getKeyGroup(g -> g.id(group.id));
                    assertThat(shown.eTag()).isEqualTo(group.etag);
                    assertThat(shown.keyGroup().keyGroupConfig().items())
                        .isEqualTo(ids(group.members));
                  });
          return store;
        });
  }

  private static List<String> there(Map<String, Wanted> all) {
    return all.values().stream().filter(Wanted::isThere).map(KeyWorld::id).toList();
  }

  private static final OriginRequestPolicyConfig POLICY =
      OriginRequestPolicyConfig.builder()
          .name("own")
          .headersConfig(h -> h.headerBehavior("none"))
          .cookiesConfig(c -> c.cookieBehavior("none"))
          .queryStringsConfig(q -> q.queryStringBehavior("all"))
          .build();

  @Override
  public void close() {
    lifecycle.close();
    store.close();
  }
}
