package onair.channel.rate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.channel.rate.RateProperties.Group;
import onair.common.aws.AwsProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Holds every call to AWS back, each attempt of the SDK by itself, until the bucket it counts for
 * has one for it: one bucket per account, Region and limit for all nodes. What ends something goes
 * before what changes something, and that before what only looks.
 *
 * <p>A call that waits too long fails as AWS would throttle it, and has certainly had no effect.
 * When AWS throttles all the same, somebody else calls too, and the bucket counts as empty. While
 * the database cannot be asked, calls pass uncounted: AWS still has its own limit.
 */
final class CallRates implements ExecutionInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(CallRates.class);

  private static final int TOO_MANY = 429;

  private final RateProperties properties;
  private final Buckets buckets;
  private final String cell;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  CallRates(RateProperties properties, Buckets buckets, AwsProperties aws) {
    this.properties = properties;
    this.buckets = buckets;
    this.cell = aws.accountId() + "/" + aws.region() + "/";
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
    String service = service(attributes);
    String operation = operation(attributes);
    properties
        .group(service, operation)
        .ifPresent(group -> hold(group, service, Urgency.of(operation)));
  }

  @Override
  public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
    if (call.httpResponse().statusCode() == TOO_MANY) {
      properties
          .group(service(attributes), operation(attributes))
          .ifPresent(group -> counted(() -> buckets.empty(cell + group.name())));
    }
  }

  private void hold(Group group, String service, Urgency urgency) {
    counted(
        () -> {
          if (!pass(group, urgency)) {
            throw tooMany(service, group);
          }
        });
  }

  private boolean pass(Group group, Urgency urgency) {
    String bucket = cell + group.name();
    Line line = lines.computeIfAbsent(bucket, any -> new Line());
    try {
      return line.pass(
          urgency, properties.patience(), () -> buckets.take(bucket, group.rate(), urgency));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Stopped while it waited for its turn", stopped);
    }
  }

  private static void counted(Runnable count) {
    try {
      count.run();
    } catch (DataAccessException | TransactionException unreachable) {
      LOG.warn("AWS is called uncounted: {}", unreachable.toString());
    }
  }

  private static AwsServiceException tooMany(String service, Group group) {
    return AwsServiceException.builder()
        .message("Held back: the limit of " + group.name() + " is used up by other calls")
        .statusCode(TOO_MANY)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode("TooManyRequestsException")
                .errorMessage("held back, because other calls use up what AWS allows")
                .build())
        .build();
  }

  private static String service(ExecutionAttributes attributes) {
    return String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
  }

  private static String operation(ExecutionAttributes attributes) {
    return String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }
}
