package onair.awslocal.medialive;

import onair.awslocal.life.Profile;

/**
 * How the local MediaLive runs.
 *
 * @param host address publishers push to, as inputs tell it
 * @param rtmpPort port publishers push to, as inputs tell it
 * @param profile how long state changes take
 * @param quotas whether AWS's default quotas apply: 5 channels, 5 push inputs, 100 pull inputs and
 *     5 input security groups per account and region
 */
public record MediaLiveSettings(String host, int rtmpPort, Profile profile, boolean quotas) {}
