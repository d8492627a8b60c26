package onair.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** Walks around the CDN to the packager's own address. */
final class Origins {
  private Origins() {}

  /** The egress domain of the platform's packaging group, asked from AWS. */
  static String hostOf(String endpoint) {
    try (MediaPackageV2Client client =
        MediaPackageV2Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIAINVENTORY0000000", "inventory")))
            .build()) {
      String group = client.listChannelGroups(request -> {}).items().getFirst().channelGroupName();
      return client.getChannelGroup(request -> request.channelGroupName(group)).egressDomain();
    }
  }

  /**
   * Status of a plain GET with that Host header, which Java's own client does not let anyone set.
   */
  static int statusOf(String endpoint, String host, String path) throws IOException {
    URI address = URI.create(endpoint);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String line =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return Integer.parseInt(line.split(" ")[1]);
    }
  }
}
