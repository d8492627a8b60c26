package onair.awslocal.mediapackagev2;

import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;

/**
 * How the local MediaPackage v2 runs.
 *
 * @param profile how long harvest jobs wait for their turn
 * @param quotas how many groups, channels, endpoints and active harvest jobs there may be
 */
public record MediaPackageSettings(Profile profile, AppliedQuotas quotas) {}
