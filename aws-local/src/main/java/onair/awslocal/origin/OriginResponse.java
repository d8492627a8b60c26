package onair.awslocal.origin;

import java.time.Duration;

/**
 * What an origin answers to one request, complete in memory.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param maxAge how long a cache may keep it; zero for not at all
 * @param body owned by the origin and shared between responses: never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one; copying segments would cost
public record OriginResponse(int status, String contentType, Duration maxAge, byte[] body) {}
