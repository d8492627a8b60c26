package onair.gateway.route;

/** A service behind the gateway. */
public enum Service {
  ACCOUNT("account-service"),
  CHANNEL("channel-service"),
  DELIVERY("delivery-service"),
  VOD("vod-service"),
  ADS("ads-service");

  private final String audience;

  Service(String audience) {
    this.audience = audience;
  }

  /** Its {@code spring.application.name}: the only audience it accepts in an internal token. */
  public String audience() {
    return audience;
  }
}
