package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.model.TooManyDistributionsException;

class QuotaTest {

  @TempDir Path folder;

  @Test
  void asManyDistributionsAsThereMayBeCanBeMade() throws Exception {
    try (CloudFront local = new CloudFront(folder)) {
      var home = new Scope("111122223333", "us-east-1");
      local.quotas.set(home, Quota.CLOUDFRONT_DISTRIBUTIONS, 1);
      create(local, "first");
      assertThatThrownBy(() -> create(local, "second"))
          .isInstanceOf(TooManyDistributionsException.class)
          .hasMessageContaining("at most 1");
      local.quotas.set(home, Quota.CLOUDFRONT_DISTRIBUTIONS, 2);
      create(local, "second");
    }
  }

  private static void create(CloudFront local, String reference) {
    local.client.createDistribution(d -> d.distributionConfig(CloudFront.config(reference)));
  }
}
