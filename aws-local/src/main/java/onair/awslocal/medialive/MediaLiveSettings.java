package onair.awslocal.medialive;

import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;

/**
 * How the local MediaLive runs.
 *
 * @param host address publishers push to, as inputs tell it
 * @param rtmpPort port publishers push to, as inputs tell it
 * @param profile how long state changes take
 * @param quotas how many channels, inputs and input security groups there may be
 */
public record MediaLiveSettings(String host, int rtmpPort, Profile profile, AppliedQuotas quotas) {}
