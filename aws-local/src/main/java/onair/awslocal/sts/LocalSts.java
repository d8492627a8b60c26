package onair.awslocal.sts;

import onair.awslocal.protocol.CallContext;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * STS over nothing: every key belongs to one user of the one account.
 *
 * <p>Source: AWS Security Token Service API Reference, GetCallerIdentity.
 */
public final class LocalSts implements StsClient {

  private static final String USER_ID = "AIDAAWSLOCAL000000001";

  @Override
  public String serviceName() {
    return "sts";
  }

  @Override
  public void close() {}

  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    String account = CallContext.current().accountId();
    return GetCallerIdentityResponse.builder()
        .account(account)
        .arn("arn:aws:iam::" + account + ":user/aws-local")
        .userId(USER_ID)
        .build();
  }
}
