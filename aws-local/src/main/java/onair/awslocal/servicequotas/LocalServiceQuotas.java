package onair.awslocal.servicequotas;

import java.util.List;
import java.util.function.Function;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.AppliedLevelEnum;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetAwsDefaultServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.GetRequestedServiceQuotaChangeRequest;
import software.amazon.awssdk.services.servicequotas.model.GetRequestedServiceQuotaChangeResponse;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ListRequestedServiceQuotaChangeHistoryByQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.ListRequestedServiceQuotaChangeHistoryByQuotaResponse;
import software.amazon.awssdk.services.servicequotas.model.ListRequestedServiceQuotaChangeHistoryRequest;
import software.amazon.awssdk.services.servicequotas.model.ListRequestedServiceQuotaChangeHistoryResponse;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ListServicesRequest;
import software.amazon.awssdk.services.servicequotas.model.ListServicesResponse;
import software.amazon.awssdk.services.servicequotas.model.RequestServiceQuotaIncreaseRequest;
import software.amazon.awssdk.services.servicequotas.model.RequestServiceQuotaIncreaseResponse;
import software.amazon.awssdk.services.servicequotas.model.RequestStatus;
import software.amazon.awssdk.services.servicequotas.model.RequestedServiceQuotaChange;
import software.amazon.awssdk.services.servicequotas.model.ServiceInfo;

/**
 * Service Quotas on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others with NotImplemented: templates of organisations, automatic management and
 * tags. Nobody looks at a request for more: each is approved, which takes as long as the profile
 * says. A quota that was raised holds from then on, also while AWS's defaults are switched off.
 */
public final class LocalServiceQuotas implements ServiceQuotasClient {

  private static final int PAGE = 100;

  private final Catalog catalog;
  private final Requests requests;

  public LocalServiceQuotas(
      StateStore store, Lifecycle life, Profile profile, AppliedQuotas quotas) {
    this.catalog = new Catalog(quotas);
    this.requests = new Requests(store, life, profile, quotas);
  }

  /** Goes on with what a former process left pending. Call it once, before anyone calls. */
  public void resume() {
    requests.resume();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the state store and the timers belong to the caller. */
  @Override
  public void close() {}

  @Override
  public ListServicesResponse listServices(ListServicesRequest request) {
    Page<ServiceInfo> page =
        page(
            catalog.services(Scope.current()),
            ServiceInfo::serviceCode,
            request.maxResults(),
            request.nextToken());
    return ListServicesResponse.builder()
        .services(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public ListServiceQuotasResponse listServiceQuotas(ListServiceQuotasRequest request) {
    var scope = Scope.current();
    Page<Quota> page =
        page(
            catalog.of(scope, request.serviceCode(), request.quotaCode()),
            Quota::code,
            request.maxResults(),
            request.nextToken());
    return ListServiceQuotasResponse.builder()
        .quotas(page.items().stream().map(quota -> catalog.applied(scope, quota)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public GetServiceQuotaResponse getServiceQuota(GetServiceQuotaRequest request) {
    var scope = Scope.current();
    Quota quota = catalog.get(scope, request.serviceCode(), request.quotaCode());
    return GetServiceQuotaResponse.builder().quota(catalog.applied(scope, quota)).build();
  }

  @Override
  public ListAwsDefaultServiceQuotasResponse listAWSDefaultServiceQuotas(
      ListAwsDefaultServiceQuotasRequest request) {
    var scope = Scope.current();
    Page<Quota> page =
        page(
            catalog.of(scope, request.serviceCode(), null),
            Quota::code,
            request.maxResults(),
            request.nextToken());
    return ListAwsDefaultServiceQuotasResponse.builder()
        .quotas(page.items().stream().map(quota -> catalog.standard(scope, quota)).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public GetAwsDefaultServiceQuotaResponse getAWSDefaultServiceQuota(
      GetAwsDefaultServiceQuotaRequest request) {
    var scope = Scope.current();
    Quota quota = catalog.get(scope, request.serviceCode(), request.quotaCode());
    return GetAwsDefaultServiceQuotaResponse.builder()
        .quota(catalog.standard(scope, quota))
        .build();
  }

  @Override
  public RequestServiceQuotaIncreaseResponse requestServiceQuotaIncrease(
      RequestServiceQuotaIncreaseRequest request) {
    var scope = Scope.current();
    Quota quota = catalog.get(scope, request.serviceCode(), request.quotaCode());
    return RequestServiceQuotaIncreaseResponse.builder()
        .requestedQuota(shape(requests.open(scope, quota, request.desiredValue())))
        .build();
  }

  @Override
  public GetRequestedServiceQuotaChangeResponse getRequestedServiceQuotaChange(
      GetRequestedServiceQuotaChangeRequest request) {
    return GetRequestedServiceQuotaChangeResponse.builder()
        .requestedQuota(shape(requests.get(Scope.current(), request.requestId())))
        .build();
  }

  @Override
  public ListRequestedServiceQuotaChangeHistoryResponse listRequestedServiceQuotaChangeHistory(
      ListRequestedServiceQuotaChangeHistoryRequest request) {
    Page<RequestRow> page =
        page(
            history(request.serviceCode(), null, request.status()),
            RequestRow::position,
            request.maxResults(),
            request.nextToken());
    return ListRequestedServiceQuotaChangeHistoryResponse.builder()
        .requestedQuotas(page.items().stream().map(this::shape).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public ListRequestedServiceQuotaChangeHistoryByQuotaResponse
      listRequestedServiceQuotaChangeHistoryByQuota(
          ListRequestedServiceQuotaChangeHistoryByQuotaRequest request) {
    Quota quota = catalog.get(Scope.current(), request.serviceCode(), request.quotaCode());
    Page<RequestRow> page =
        page(
            history(request.serviceCode(), quota, request.status()),
            RequestRow::position,
            request.maxResults(),
            request.nextToken());
    return ListRequestedServiceQuotaChangeHistoryByQuotaResponse.builder()
        .requestedQuotas(page.items().stream().map(this::shape).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private List<RequestRow> history(
      @Nullable String service, @Nullable Quota quota, @Nullable RequestStatus status) {
    return requests.in(Scope.current()).stream()
        .filter(row -> service == null || row.quota().service().equals(service))
        .filter(row -> quota == null || row.quota() == quota)
        .filter(row -> status == null || status(row) == status)
        .toList();
  }

  private RequestedServiceQuotaChange shape(RequestRow row) {
    Quota quota = row.quota();
    return RequestedServiceQuotaChange.builder()
        .id(row.id())
        .serviceCode(quota.service())
        .serviceName(catalog.name(quota.service()))
        .quotaCode(quota.code())
        .quotaName(quota.title())
        .quotaArn(catalog.arn(row.scope(), quota))
        .desiredValue(row.value())
        .status(status(row))
        .created(row.createdAt())
        .lastUpdated(row.changedAt())
        .requester("{\"accountId\":\"" + row.scope().accountId() + "\"}")
        .globalQuota(catalog.isGlobal(quota))
        .unit("None")
        .quotaRequestedAtLevel(AppliedLevelEnum.ACCOUNT)
        .build();
  }

  private static RequestStatus status(RequestRow row) {
    return row.isOpen() ? RequestStatus.PENDING : RequestStatus.APPROVED;
  }

  private static <T> Page<T> page(
      List<T> rows, Function<T, String> position, @Nullable Integer size, @Nullable String token) {
    try {
      return Page.of(rows, position, size == null ? PAGE : size, token);
    } catch (Page.BadToken e) {
      throw Refusals.badToken();
    }
  }
}
