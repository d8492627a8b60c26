package onair.delivery.distribution;

/**
 * How the distribution proves to packaging groups that it is the one who asks; without it they
 * answer nobody.
 *
 * @param name unique in the AWS account
 */
public record AccessControl(String name) {}
