package onair.awslocal.life;

import java.time.Duration;

/**
 * A state change that takes time, declared as a constant by the service that has it.
 *
 * @param name for logs, such as {@code medialive.channel.start}
 * @param fast how long it takes in {@link Profile#FAST}
 * @param realistic how long it typically takes in AWS
 */
public record Transition(String name, Duration fast, Duration realistic) {}
