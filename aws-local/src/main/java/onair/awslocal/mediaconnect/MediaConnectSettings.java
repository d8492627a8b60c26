package onair.awslocal.mediaconnect;

import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;

/**
 * How the local MediaConnect runs.
 *
 * @param host address senders and receivers connect to, as flows tell it
 * @param profile how long state changes take
 * @param quotas how many flows there may be per account and region
 */
public record MediaConnectSettings(String host, Profile profile, AppliedQuotas quotas) {}
