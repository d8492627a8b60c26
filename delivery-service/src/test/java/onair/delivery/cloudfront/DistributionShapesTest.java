package onair.delivery.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.common.reconcile.Identity;
import onair.common.reconcile.ResourceKey;
import onair.delivery.distribution.DistributionLayout;
import onair.delivery.distribution.DistributionLayout.Behavior;
import onair.delivery.distribution.DistributionLayout.Caching;
import onair.delivery.distribution.DistributionLayout.Origin;
import onair.delivery.distribution.DistributionLayout.Source;
import onair.delivery.distribution.PriceClass;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

class DistributionShapesTest {

  private static final Identity IDENTITY =
      new Identity(
          new ResourceKey("distribution:default", "cloudfront-distribution"),
          "shared",
          1,
          "distribution:default/cloudfront-distribution#1",
          "distribution-default",
          Map.of());

  private static final DistributionLayout LAYOUT =
      new DistributionLayout(
          true,
          PriceClass.MOST,
          List.of(
              new Origin("g", Source.WEB, "a.example", "E1"),
              new Origin("h", Source.BUCKET, "b.example", "E2")),
          List.of(
              new Behavior("/out/v1/g/*.m3u8", "g", new Caching.Manifest("P1")),
              new Behavior("/out/v1/h/*", "h", new Caching.Segment()),
              new Behavior("/v1/*", "h", new Caching.Personal()),
              new Behavior("*", "g", new Caching.Segment())),
          Map.of(404, Duration.ofSeconds(1), 503, Duration.ofSeconds(2)));

  @Test
  void readsBackTheLayoutItWrote() {
    DistributionConfig config = DistributionShapes.create(IDENTITY, LAYOUT);

    assertThat(DistributionShapes.layout(config)).isEqualTo(LAYOUT);
    assertThat(config.callerReference()).isEqualTo(IDENTITY.token());
  }

  @Test
  void signsWhatItAsksOrigins() {
    assertThat(DistributionShapes.create(IDENTITY, LAYOUT).origins().items())
        .satisfiesExactly(
            web -> {
              assertThat(web.originAccessControlId()).isEqualTo("E1");
              assertThat(web.customOriginConfig().originProtocolPolicyAsString())
                  .isEqualTo("https-only");
            },
            bucket -> {
              assertThat(bucket.originAccessControlId()).isEqualTo("E2");
              assertThat(bucket.s3OriginConfig().originAccessIdentity()).isEmpty();
              assertThat(bucket.customOriginConfig()).isNull();
            });
  }

  @Test
  void leavesAloneWhatOperatorsSet() {
    DistributionConfig theirs =
        DistributionShapes.create(IDENTITY, LAYOUT).toBuilder()
            .aliases(aliases -> aliases.quantity(1).items("live.example.com"))
            .webACLId("arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/y")
            .build();
    DistributionLayout other =
        new DistributionLayout(
            false, PriceClass.ALL, LAYOUT.origins(), LAYOUT.behaviors(), Map.of());

    DistributionConfig changed = DistributionShapes.apply(other, theirs);

    assertThat(changed.aliases()).isEqualTo(theirs.aliases());
    assertThat(changed.webACLId()).isEqualTo(theirs.webACLId());
    assertThat(changed.callerReference()).isEqualTo(theirs.callerReference());
    assertThat(DistributionShapes.layout(changed)).isEqualTo(other);
  }

  @Test
  void seesThatSomebodyTookAnotherCachePolicy() {
    DistributionConfig config = DistributionShapes.create(IDENTITY, LAYOUT);
    DistributionConfig theirs =
        config.toBuilder()
            .defaultCacheBehavior(
                config.defaultCacheBehavior().toBuilder().cachePolicyId("other").build())
            .build();

    assertThat(DistributionShapes.layout(theirs).behaviors().getLast().caching())
        .isEqualTo(new Caching.Manifest("other"));
  }
}
