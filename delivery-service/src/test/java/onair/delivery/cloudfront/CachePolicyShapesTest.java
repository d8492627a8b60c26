package onair.delivery.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.delivery.distribution.CachePolicy;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyCookieBehavior;

class CachePolicyShapesTest {

  private static final CachePolicy POLICY = CachePolicy.manifests("test");
  private static final CachePolicyConfig OURS = CachePolicyShapes.config(POLICY);

  @Test
  void namesNoMoreParametersThanCloudFrontAllows() {
    assertThat(POLICY.query()).hasSizeLessThanOrEqualTo(10);
    assertThat(POLICY.name()).isEqualTo("onair-test-manifests");
  }

  @Test
  void isAsWantedWhateverTheOrderAndTheComment() {
    CachePolicyConfig shown =
        withNames(
            OURS.toBuilder().comment("theirs").build(),
            POLICY.query().stream().sorted().toList().reversed());

    assertThat(CachePolicyShapes.isAsWanted(shown, POLICY)).isTrue();
  }

  @Test
  void isNotAsWantedWhenSomethingWouldBeKeptOrPassedOnOtherwise() {
    List<CachePolicyConfig> others =
        List.of(
            OURS.toBuilder().minTTL(1L).build(),
            OURS.toBuilder().defaultTTL(86_400L).build(),
            OURS.toBuilder()
                .parametersInCacheKeyAndForwardedToOrigin(
                    OURS.parametersInCacheKeyAndForwardedToOrigin().toBuilder()
                        .cookiesConfig(c -> c.cookieBehavior(CachePolicyCookieBehavior.ALL))
                        .build())
                .build(),
            withNames(OURS, List.of("start", "end")));

    assertThat(others).noneMatch(other -> CachePolicyShapes.isAsWanted(other, POLICY));
  }

  private static CachePolicyConfig withNames(CachePolicyConfig config, List<String> names) {
    var key = config.parametersInCacheKeyAndForwardedToOrigin();
    return config.toBuilder()
        .parametersInCacheKeyAndForwardedToOrigin(
            key.toBuilder()
                .queryStringsConfig(
                    key.queryStringsConfig().toBuilder()
                        .queryStrings(n -> n.quantity(names.size()).items(names))
                        .build())
                .build())
        .build();
  }
}
