package onair.common.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient with the check where it asks for addresses, and without all its habits. */
final class OutgoingHttp {

  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8192;

  private OutgoingHttp() {}

  static CloseableHttpClient client(
      OutgoingProperties properties, TargetCheck check, SSLContext trust) {
    Timeout timeout = Timeout.of(properties.timeout());
    return HttpClients.custom()
        .setConnectionManager(connections(properties, check, trust))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("OnAir/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      OutgoingProperties properties, TargetCheck check, SSLContext trust) {
    Timeout connect = Timeout.of(properties.connectTimeout());
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new CheckedAddresses(check))
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setHandshakeTimeout(connect)
                .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(properties.timeout()))
                .build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .build())
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
        .setMaxConnTotal(properties.maxConnections())
        .setMaxConnPerRoute(properties.maxConnectionsPerHost())
        .build();
  }

  /** The only source of addresses to connect to. */
  private record CheckedAddresses(TargetCheck check) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return check.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
