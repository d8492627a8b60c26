package onair.awslocal.media.encoder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is shown from now on in place of an input.
 *
 * @param last picture that stays for {@code repeat}; null for none
 * @param black how long it is black after that
 * @param slate picture that is shown then; null for the colour
 * @param colour in 24 bits
 */
record Filler(
    @Nullable Path last, Duration repeat, Duration black, @Nullable Path slate, int colour) {}
