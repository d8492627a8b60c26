package onair.awslocal.protocol;

import java.util.Map;

/** One HTTP response; the request id header is added when it is sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireResponse(int status, Map<String, String> headers, byte[] body)
    implements CallOutcome.Answer {}
