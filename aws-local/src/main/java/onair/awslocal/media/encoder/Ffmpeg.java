package onair.awslocal.media.encoder;

import java.nio.file.Path;

/**
 * An ffmpeg that works here.
 *
 * @param path the executable
 * @param version as it calls itself, such as {@code 5.1.9-0+deb12u1}
 */
public record Ffmpeg(Path path, String version) {}
