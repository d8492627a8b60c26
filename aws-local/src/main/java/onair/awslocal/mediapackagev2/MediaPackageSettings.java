package onair.awslocal.mediapackagev2;

import onair.awslocal.life.Profile;

/**
 * How the local MediaPackage v2 runs.
 *
 * @param profile how long harvest jobs wait for their turn
 * @param quotas whether AWS's default quotas apply: 3 groups, 10 channels per group, 10 endpoints
 *     per channel and 10 active harvest jobs per group
 */
public record MediaPackageSettings(Profile profile, boolean quotas) {}
