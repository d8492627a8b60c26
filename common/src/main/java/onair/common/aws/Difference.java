package onair.common.aws;

/**
 * One setting in AWS that is not as wanted.
 *
 * @param field path of it, such as {@code encoderSettings.videoDescriptions[1].height}
 * @param wanted what it should be, in AWS's words
 * @param found what it is, {@code nothing} when it is not set
 */
public record Difference(String field, String wanted, String found) {}
