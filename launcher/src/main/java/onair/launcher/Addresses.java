package onair.launcher;

import java.util.Map;

/** Where a person finds the running platform, and how to get in. */
record Addresses(String text) {

  static Addresses of(Map<String, String> localEnv, Secrets secrets) {
    String url = localEnv.getOrDefault("ONAIR_URL", "");
    return new Addresses(
        """

        OnAir is up
          Dashboard   %s/
          Sign in     %s   %s
          API         %s/v1        Swagger UI %s/docs
          API key     %s
          Encoder     %s   (the stream key is on the channel's page)
          aws-local   %s
        """
            .formatted(
                url,
                secrets.ownerEmail(),
                secrets.ownerPassword(),
                url,
                url,
                localEnv.getOrDefault("ONAIR_API_KEY", ""),
                localEnv.getOrDefault("ONAIR_RTMP_URL", ""),
                localEnv.getOrDefault("ONAIR_AWS_ENDPOINT", "")));
  }
}
