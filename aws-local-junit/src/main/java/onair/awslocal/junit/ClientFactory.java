package onair.awslocal.junit;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;

/** Makes any client of the AWS SDK for one {@code aws-local}, told by nothing but its type. */
record ClientFactory(URI endpoint, Region region, AwsCredentials credentials) {

  /**
   * @param type such as {@code MediaLiveClient.class}, with the static {@code builder()} all have
   * @throws IllegalArgumentException when it has none
   */
  SdkClient create(Class<? extends SdkClient> type) {
    AwsClientBuilder<?, ?> builder = builder(type);
    builder.endpointOverride(endpoint);
    builder.region(region);
    builder.credentialsProvider(StaticCredentialsProvider.create(credentials));
    if (builder instanceof S3BaseClientBuilder<?, ?> s3) {
      s3.forcePathStyle(true); // there is no DNS name of each bucket
    }
    return type.cast(builder.build());
  }

  private static AwsClientBuilder<?, ?> builder(Class<? extends SdkClient> type) {
    try {
      return (AwsClientBuilder<?, ?>) type.getMethod("builder").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "%s is no client that the AWS SDK builds".formatted(type.getName()), e);
    }
  }
}
