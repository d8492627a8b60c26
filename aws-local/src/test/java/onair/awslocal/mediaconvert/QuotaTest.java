package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconvert.model.ServiceQuotaExceededException;

class QuotaTest {

  @TempDir Path folder;

  @Test
  void asManyQueuesAsThereMayBeCanBeMade() throws Exception {
    try (MediaConvert aws = new MediaConvert(folder)) {
      aws.quotas.set(new Scope(MediaConvert.ACCOUNT, "eu-west-1"), Quota.MEDIACONVERT_QUEUES, 1);
      aws.client.createQueue(q -> q.name("first"));
      assertThatThrownBy(() -> aws.client.createQueue(q -> q.name("second")))
          .isInstanceOfSatisfying(
              ServiceQuotaExceededException.class,
              refused -> assertThat(refused.statusCode()).isEqualTo(402));
      aws.client.deleteQueue(q -> q.name("first"));
      aws.client.createQueue(q -> q.name("second"));
    }
  }
}
