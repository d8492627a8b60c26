package onair.awslocal.mediaconnect;

import onair.awslocal.life.Profile;

/**
 * How the local MediaConnect runs.
 *
 * @param host address senders and receivers connect to, as flows tell it
 * @param profile how long state changes take
 * @param quotas whether AWS's default quota of 20 flows per account and region applies
 */
public record MediaConnectSettings(String host, Profile profile, boolean quotas) {}
