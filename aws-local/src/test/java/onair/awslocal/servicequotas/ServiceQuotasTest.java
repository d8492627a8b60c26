package onair.awslocal.servicequotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.IllegalArgumentException;
import software.amazon.awssdk.services.servicequotas.model.InvalidPaginationTokenException;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.RequestStatus;
import software.amazon.awssdk.services.servicequotas.model.RequestedServiceQuotaChange;
import software.amazon.awssdk.services.servicequotas.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.servicequotas.model.ServiceInfo;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/** Quotas through the AWS SDK over HTTP, with time moved by hand. */
class ServiceQuotasTest {

  private static final Scope HOME = new Scope("111122223333", "eu-west-1");
  private static final String CHANNELS = Quota.MEDIALIVE_CHANNELS.code();

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private Lifecycle lifecycle;
  private AppliedQuotas quotas;
  private LocalApi api;
  private ServiceQuotasClient aws;

  @BeforeEach
  void start() throws Exception {
    store = new StateStore(folder);
    lifecycle = Lifecycle.manual(() -> now);
    quotas = new AppliedQuotas(store, false);
    var backend = new LocalServiceQuotas(store, lifecycle, Profile.FAST, quotas);
    api =
        new LocalApi(
            new Backend("servicequotas", ServiceQuotasClient.class, backend), HOME.accountId());
    backend.resume();
    aws = api.client(ServiceQuotasClient.builder(), Region.EU_WEST_1);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
    api.close();
    lifecycle.close();
    store.close();
  }

  @Test
  void quotasOfAServiceAreListedWithWhatAppliesAndWhatIsDefault() {
    quotas.set(HOME, Quota.MEDIALIVE_CHANNELS, 12);

    ServiceQuota channels =
        aws.getServiceQuota(q -> q.serviceCode("medialive").quotaCode(CHANNELS)).quota();
    assertThat(channels.value()).isEqualTo(12);
    assertThat(channels.quotaName()).isEqualTo("Channels");
    assertThat(channels.quotaArn())
        .isEqualTo("arn:aws:servicequotas:eu-west-1:111122223333:medialive/L-D1AFAF75");
    assertThat(
            aws.getAWSDefaultServiceQuota(q -> q.serviceCode("medialive").quotaCode(CHANNELS))
                .quota()
                .value())
        .isEqualTo(5);
    assertThat(aws.listServiceQuotas(q -> q.serviceCode("medialive")).quotas())
        .hasSize(Quota.of("medialive").size())
        .anySatisfy(quota -> assertThat(quota).isEqualTo(channels));
    assertThat(
            aws.listAWSDefaultServiceQuotasPaginator(q -> q.serviceCode("medialive").maxResults(3))
                .quotas())
        .hasSize(Quota.of("medialive").size());
  }

  @Test
  void everyServiceWithQuotasIsNamedAndCloudFrontOnlyWhereItIsAtHome() {
    assertThat(aws.listServicesPaginator(s -> s.maxResults(2)).services())
        .extracting(ServiceInfo::serviceCode)
        .contains("medialive", "mediapackagev2")
        .doesNotContain("cloudfront");
    assertThatThrownBy(() -> aws.listServiceQuotas(q -> q.serviceCode("cloudfront")))
        .isInstanceOf(NoSuchResourceException.class)
        .hasMessageContaining("service does not exist");
    try (ServiceQuotasClient east = api.client(ServiceQuotasClient.builder(), Region.US_EAST_1)) {
      assertThat(east.listServiceQuotas(q -> q.serviceCode("cloudfront")).quotas())
          .isNotEmpty()
          .allSatisfy(
              quota -> {
                assertThat(quota.globalQuota()).isTrue();
                assertThat(quota.quotaArn())
                    .startsWith("arn:aws:servicequotas::111122223333:cloudfront/");
              });
    }
  }

  @Test
  void requestForMoreIsApprovedAfterAWhileAndThenApplies() {
    RequestedServiceQuotaChange asked = request(20);

    assertThat(asked.status()).isEqualTo(RequestStatus.PENDING);
    assertThat(quotas.limit(HOME, Quota.MEDIALIVE_CHANNELS)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> request(30)).isInstanceOf(ResourceAlreadyExistsException.class);
    pass(Duration.ofSeconds(2));

    assertThat(
            aws.getRequestedServiceQuotaChange(r -> r.requestId(asked.id()))
                .requestedQuota()
                .status())
        .isEqualTo(RequestStatus.APPROVED);
    assertThat(quotas.limit(HOME, Quota.MEDIALIVE_CHANNELS)).isEqualTo(20);
    assertThatThrownBy(() -> request(20)).isInstanceOf(IllegalArgumentException.class);
    assertThat(request(30).status()).isEqualTo(RequestStatus.PENDING);
    assertThat(
            aws.listRequestedServiceQuotaChangeHistory(h -> h.status(RequestStatus.PENDING))
                .requestedQuotas())
        .extracting(RequestedServiceQuotaChange::desiredValue)
        .containsExactly(30.0);
    assertThat(
            aws.listRequestedServiceQuotaChangeHistoryByQuotaPaginator(
                    h -> h.serviceCode("medialive").quotaCode(CHANNELS).maxResults(1))
                .requestedQuotas())
        .extracting(RequestedServiceQuotaChange::desiredValue)
        .containsExactlyInAnyOrder(20.0, 30.0);
  }

  @Test
  void requestIsApprovedByTheNextProcessWhenTheFirstOneEnds() throws Exception {
    String id = request(20).id();
    stop();
    now = now.plusSeconds(60);
    start();
    lifecycle.runDue();

    assertThat(aws.getRequestedServiceQuotaChange(r -> r.requestId(id)).requestedQuota().status())
        .isEqualTo(RequestStatus.APPROVED);
    assertThat(quotas.value(HOME, Quota.MEDIALIVE_CHANNELS)).isEqualTo(20);
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> aws.listServiceQuotas(q -> q.serviceCode("lambda")))
        .isInstanceOf(NoSuchResourceException.class);
    assertThatThrownBy(
            () -> aws.getServiceQuota(q -> q.serviceCode("medialive").quotaCode("L-00000000")))
        .isInstanceOf(NoSuchResourceException.class)
        .hasMessageContaining("quota does not exist");
    assertThatThrownBy(() -> aws.getRequestedServiceQuotaChange(r -> r.requestId("unknown")))
        .isInstanceOf(NoSuchResourceException.class);
    assertThatThrownBy(() -> aws.listServices(s -> s.nextToken("never")))
        .isInstanceOf(InvalidPaginationTokenException.class);
  }

  private RequestedServiceQuotaChange request(double value) {
    return aws.requestServiceQuotaIncrease(
            r -> r.serviceCode("medialive").quotaCode(CHANNELS).desiredValue(value))
        .requestedQuota();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }
}
