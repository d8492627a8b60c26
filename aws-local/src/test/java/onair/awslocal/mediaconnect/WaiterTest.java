package onair.awslocal.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.mediaconnect.model.ListedEntitlement;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;
import software.amazon.awssdk.services.mediaconnect.waiters.MediaConnectWaiter;

/** The SDK's own waiters and paginators see what they look for, as time really passes. */
class WaiterTest {

  private static final Duration OFTEN = Duration.ofMillis(50);

  @TempDir Path folder;

  @Test
  void waitersSeeAFlowFromStandbyToDeletion() throws Exception {
    try (MediaConnect aws = MediaConnect.inRealTime(folder);
        MediaConnectWaiter waiter = waiter(aws)) {
      String arn = aws.flow("show", 5000).flowArn();
      waiter.waitUntilFlowStandby(f -> f.flowArn(arn));
      aws.client.startFlow(f -> f.flowArn(arn));
      waiter.waitUntilFlowActive(f -> f.flowArn(arn));
      aws.client.stopFlow(f -> f.flowArn(arn));
      waiter.waitUntilFlowStandby(f -> f.flowArn(arn));
      aws.client.deleteFlow(f -> f.flowArn(arn));
      assertThat(waiter.waitUntilFlowDeleted(f -> f.flowArn(arn)).matched().exception())
          .as("a deleted flow is not found")
          .isPresent();
    }
  }

  @Test
  void paginatorsSeeEveryFlowAndEveryEntitlementOnce() throws Exception {
    try (MediaConnect aws = MediaConnect.in(folder)) {
      List<String> flows = new ArrayList<>();
      List<String> granted = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String arn = aws.flow("f" + i, 5000 + i).flowArn();
        flows.add(arn);
        granted.addAll(
            aws
                .client
                .grantFlowEntitlements(
                    f ->
                        f.flowArn(arn)
                            .entitlements(
                                e -> e.name("ours").subscribers(MediaConnect.ACCOUNT),
                                e -> e.name("theirs").subscribers("999999999999")))
                .entitlements()
                .stream()
                .filter(e -> e.name().equals("ours"))
                .map(e -> e.entitlementArn())
                .toList());
      }

      assertThat(aws.client.listFlowsPaginator(l -> l.maxResults(2)).flows())
          .extracting(ListedFlow::flowArn)
          .containsExactlyInAnyOrderElementsOf(flows);
      assertThat(aws.client.listEntitlementsPaginator(l -> l.maxResults(2)).entitlements())
          .extracting(ListedEntitlement::entitlementArn)
          .containsExactlyInAnyOrderElementsOf(granted);
    }
  }

  private static MediaConnectWaiter waiter(MediaConnect aws) {
    return MediaConnectWaiter.builder()
        .client(aws.client)
        .overrideConfiguration(
            c ->
                c.maxAttempts(600)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(OFTEN)))
        .build();
  }
}
