package onair.channel.quota;

/**
 * What AWS told of a quota.
 *
 * @param limit how many there may be in the account
 * @param others how many of them are not of this installation
 */
public record Standing(int limit, int others) {}
