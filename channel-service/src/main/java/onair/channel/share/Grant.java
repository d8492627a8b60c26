package onair.channel.share;

import java.util.List;

/**
 * To whom a share is granted within AWS.
 *
 * @param subscribers numbers of AWS accounts
 * @param feePercent how much of what the transfer costs they pay, 0 to 100
 * @param encrypted whether they need the share's key
 */
record Grant(List<String> subscribers, int feePercent, boolean encrypted) {
  Grant {
    subscribers = List.copyOf(subscribers);
  }
}
