package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.cloudfront.model.DistributionAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionNotDisabledException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;

/**
 * Random histories of one caller reference against a model of what CloudFront promises; the seed is
 * in the test's name.
 */
class DistributionHistoryTest {

  private static final CallContext CALLER = new CallContext("111122223333", "us-east-1", "r");

  @TempDir private Path folder;

  /** What the model expects of the one distribution. */
  private static final class Model {
    @Nullable String id;
    String etag = "E0";
    DistributionConfig created = CloudFront.config("ref");
    boolean enabled;
    boolean deployed;
    final Set<String> etags = new HashSet<>();
    final List<String> staleEtags = new ArrayList<>(List.of("E0"));

    void version(String next) {
      assertThat(etags.add(next)).as("every change gives a new version").isTrue();
      staleEtags.add(etag);
      etag = next;
      deployed = false;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsItsPromisesInAnyOrderOfCalls(long seed) throws Exception {
    Random random = new Random(seed);
    Time time = new Time();
    try (StateStore store = new StateStore(folder);
        Lifecycle lifecycle = Lifecycle.manual(() -> time.now)) {
      EdgeNetwork edge = new EdgeNetwork(new OriginDirectory(), () -> time.now, 1024);
      LocalCloudFront cloudFront =
          new LocalCloudFront(
              store, lifecycle, Profile.FAST, edge, new AppliedQuotas(store, false));
      Model model = new Model();
      for (int i = 0; i < 300; i++) {
        int dice = random.nextInt(10);
        CALLER.call(
            () -> {
              step(cloudFront, model, dice, random);
              return dice;
            });
        if (dice == 9) {
          time.now = time.now.plus(Duration.ofSeconds(2));
          lifecycle.runDue();
          model.deployed = true;
        }
        CALLER.call(
            () -> {
              check(cloudFront, model);
              return dice;
            });
      }
    }
  }

  private static final class Time {
    Instant now = Instant.EPOCH;
  }

  private static void step(LocalCloudFront cloudFront, Model model, int dice, Random random) {
    switch (dice) {
      case 0, 1 -> create(cloudFront, model, CloudFront.config("ref"));
      case 2 ->
          create(cloudFront, model, CloudFront.config("ref").toBuilder().comment("b").build());
      case 3, 4, 5 -> update(cloudFront, model, model.etag, random.nextBoolean());
      case 6 -> update(cloudFront, model, stale(model, random), random.nextBoolean());
      case 7 -> delete(cloudFront, model, model.etag);
      case 8 -> delete(cloudFront, model, stale(model, random));
      default -> {}
    }
  }

  private static void create(LocalCloudFront cloudFront, Model model, DistributionConfig config) {
    if (model.id != null && !config.equals(model.created)) {
      refused(
          DistributionAlreadyExistsException.class,
          () -> cloudFront.createDistribution(r -> r.distributionConfig(config)));
      return;
    }
    var made = cloudFront.createDistribution(r -> r.distributionConfig(config));
    if (model.id == null) {
      model.id = made.distribution().id();
      model.created = config;
      model.enabled = true;
      model.version(made.eTag());
    } else {
      assertThat(made.distribution().id()).isEqualTo(model.id);
    }
    assertThat(made.eTag()).isEqualTo(model.etag);
  }

  private static void update(
      LocalCloudFront cloudFront, Model model, String etag, boolean enabled) {
    String id = model.id == null ? "E404" : model.id;
    DistributionConfig config = CloudFront.config("ref").toBuilder().enabled(enabled).build();
    Runnable call =
        () -> {
          var changed =
              cloudFront.updateDistribution(r -> r.id(id).ifMatch(etag).distributionConfig(config));
          model.version(changed.eTag());
          model.enabled = enabled;
        };
    if (model.id == null) {
      refused(NoSuchDistributionException.class, call);
    } else if (!etag.equals(model.etag)) {
      refused(PreconditionFailedException.class, call);
    } else {
      call.run();
    }
  }

  private static void delete(LocalCloudFront cloudFront, Model model, String etag) {
    String id = model.id == null ? "E404" : model.id;
    Runnable call = () -> cloudFront.deleteDistribution(r -> r.id(id).ifMatch(etag));
    if (model.id == null) {
      refused(NoSuchDistributionException.class, call);
    } else if (!etag.equals(model.etag)) {
      refused(PreconditionFailedException.class, call);
    } else if (model.enabled || !model.deployed) {
      refused(DistributionNotDisabledException.class, call);
    } else {
      call.run();
      model.id = null;
    }
  }

  private static void check(LocalCloudFront cloudFront, Model model) {
    var all = cloudFront.listDistributions(r -> {}).distributionList().items();
    assertThat(all).hasSize(model.id == null ? 0 : 1);
    if (model.id != null) {
      String id = model.id;
      var shown = cloudFront.getDistribution(r -> r.id(id));
      assertThat(shown.eTag()).isEqualTo(model.etag);
      assertThat(shown.distribution().status())
          .isEqualTo(model.deployed ? "Deployed" : "InProgress");
      assertThat(shown.distribution().distributionConfig().enabled()).isEqualTo(model.enabled);
    }
  }

  private static String stale(Model model, Random random) {
    return model.staleEtags.get(random.nextInt(model.staleEtags.size()));
  }

  private static void refused(Class<? extends CloudFrontException> how, Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(how);
  }
}
