package onair.awslocal.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it is asked for. Of {@code call}, {@code every} and {@code probability} at most one is
 * given; none of them means every call.
 *
 * @param service signing name, such as {@code medialive} or {@code s3}; {@code events} for faults
 *     of events
 * @param operation such as {@code CreateChannel}; null or {@code *} for all
 * @param source of faults of events: only those of this source, such as {@code aws.medialive}
 * @param detailType of faults of events: only those of this type
 * @param call only the n-th matching call since the fault was put, from 1
 * @param every each n-th matching call
 * @param probability of each matching call, from 0 to 1, drawn from {@code seed}
 * @param seed decides which calls of a {@code probability} it is; null takes any, which is then
 *     shown
 * @param times how often it happens at most; null for 1 with {@code call}, else no limit
 * @param kind see {@link FaultKind}
 * @param status HTTP status of the error
 * @param code of the error; null for the one the operation has for that status
 * @param delayMs milliseconds, see {@link FaultKind}
 */
public record FaultSpec(
    @Nullable String service,
    @Nullable String operation,
    @Nullable String source,
    @Nullable String detailType,
    @Nullable Long call,
    @Nullable Long every,
    @Nullable Double probability,
    @Nullable Long seed,
    @Nullable Long times,
    @Nullable String kind,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable Long delayMs) {

  FaultSpec withSeed(long decided) {
    return new FaultSpec(
        service,
        operation,
        source,
        detailType,
        call,
        every,
        probability,
        decided,
        times,
        kind,
        status,
        code,
        delayMs);
  }

  /** Whether it is about this operation, as far as that is said. */
  boolean isAbout(String callService, String callOperation) {
    return callService.equals(service)
        && (operation == null || operation.equals("*") || operation.equals(callOperation));
  }
}
