package onair.awslocal.fault;

import java.time.Duration;
import java.util.function.Supplier;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.state.Staleness;

/**
 * Lists that are always a little late, as AWS's are: it documents them as eventually consistent
 * without saying how late they can be.
 *
 * @param age how late, by the local clock
 */
public record LateLists(Duration age) implements CallFilter {

  @Override
  public CallOutcome filter(Call call, Supplier<CallOutcome> onwards) {
    return Lists.isList(call.service(), call.operation())
        ? Staleness.of(age, onwards::get)
        : onwards.get();
  }
}
