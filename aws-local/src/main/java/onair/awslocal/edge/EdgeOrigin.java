package onair.awslocal.edge;

import java.time.Duration;

/**
 * Where objects come from.
 *
 * @param domainName looked up among this machine's origins
 * @param path put before the viewer's path; empty or starts with a slash and does not end with one
 * @param signed whether requests prove that they come from the distribution (origin access control)
 * @param readTimeout after which viewers get 504; the origin's work goes on and its answer is still
 *     cached
 */
public record EdgeOrigin(String domainName, String path, boolean signed, Duration readTimeout) {}
