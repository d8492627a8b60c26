package onair.channel.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which AWS accounts may take a flow over as a source of flows of their own.
 *
 * @param flowArn what they receive
 * @param subscribers numbers of AWS accounts
 * @param feePercent how much of what the transfer costs they pay, 0 to 100
 * @param secretArn holds the key it is encrypted with; absent for not at all
 */
public record EntitlementSpec(
    String flowArn, List<String> subscribers, int feePercent, @Nullable String secretArn) {
  public EntitlementSpec {
    subscribers = List.copyOf(subscribers);
  }
}
