package onair.awslocal.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel shows while nothing arrives: first the last picture, then black, then a slate or a
 * colour until something arrives again.
 *
 * @param repeat how long the last picture stays
 * @param black how long it is black after that
 * @param colour red, green and blue in 24 bits, shown without a slate
 * @param slate address of a picture in S3 or on the web; null for the colour
 */
public record InputLoss(Duration repeat, Duration black, int colour, @Nullable String slate) {}
