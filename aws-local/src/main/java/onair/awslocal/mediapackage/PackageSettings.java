package onair.awslocal.mediapackage;

import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;

/**
 * How the local MediaPackage runs.
 *
 * @param profile how long a harvest job waits for its turn
 * @param quotas how many channels, endpoints and harvest jobs at a time there may be
 */
public record PackageSettings(Profile profile, AppliedQuotas quotas) {}
