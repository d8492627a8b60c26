package onair.endtoend;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import onair.client.ApiClient;
import onair.client.ApiException;
import onair.client.api.AdBreaksApi;
import onair.client.api.AdConfigurationsApi;
import onair.client.api.AdReportsApi;
import onair.client.api.AssetsApi;
import onair.client.api.CampaignsApi;
import onair.client.api.ChannelsApi;
import onair.client.api.CreativesApi;
import onair.client.api.EventsApi;
import onair.client.api.PlaybackApi;
import onair.client.api.UploadsApi;
import onair.client.api.WebhooksApi;

/** The API as a partner's Java program sees it, through the client made from the description. */
final class Client {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiClient http = new ApiClient();

  Client(URI gateway, String key) {
    String base = gateway.toString();
    http.updateBaseUri(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    http.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    http.setReadTimeout(PATIENCE);
  }

  /** A fresh idempotency key. */
  static String key() {
    return UUID.randomUUID().toString();
  }

  /** A read of something. */
  interface Read {
    Object read() throws ApiException;
  }

  /** Whether what is read is not found; any other refusal is thrown. */
  static boolean isGone(Read read) throws ApiException {
    try {
      read.read();
      return false;
    } catch (ApiException refused) {
      if (refused.getCode() == 404) {
        return true;
      }
      throw refused;
    }
  }

  ChannelsApi channels() {
    return new ChannelsApi(http);
  }

  AdBreaksApi adBreaks() {
    return new AdBreaksApi(http);
  }

  PlaybackApi playback() {
    return new PlaybackApi(http);
  }

  UploadsApi uploads() {
    return new UploadsApi(http);
  }

  AssetsApi assets() {
    return new AssetsApi(http);
  }

  CreativesApi creatives() {
    return new CreativesApi(http);
  }

  CampaignsApi campaigns() {
    return new CampaignsApi(http);
  }

  AdConfigurationsApi adConfigurations() {
    return new AdConfigurationsApi(http);
  }

  EventsApi events() {
    return new EventsApi(http);
  }

  WebhooksApi webhooks() {
    return new WebhooksApi(http);
  }

  AdReportsApi adReports() {
    return new AdReportsApi(http);
  }
}
