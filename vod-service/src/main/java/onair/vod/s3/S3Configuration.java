package onair.vod.s3;

import onair.common.aws.AwsClients;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.vod.storage.Buckets;
import onair.vod.storage.MultipartUploads;
import onair.vod.storage.StoredObjects;
import onair.vod.storage.VodBucket;
import onair.vod.upload.UploadProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The edges to S3. Checksums are sent only where S3 requires them: an upload begun with one would
 * want it of every part, and browsers send none. With an endpoint of its own a bucket is a path,
 * because its host name leads nowhere.
 */
@Configuration(proxyBeanMethods = false)
public class S3Configuration {

  @Bean
  S3Client s3Client(AwsClients clients, AwsProperties aws) {
    return clients.create(
        S3Client.builder()
            .forcePathStyle(aws.endpoint() != null)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
  }

  @Bean
  S3Presigner s3Presigner(
      AwsClients clients, AwsProperties aws, UploadProperties uploads, S3Client client) {
    return clients
        .presigner(S3Presigner.builder(), uploads.endpoint())
        .s3Client(client)
        .serviceConfiguration(
            software.amazon.awssdk.services.s3.S3Configuration.builder()
                .pathStyleAccessEnabled(aws.endpoint() != null || uploads.endpoint() != null)
                .build())
        .build();
  }

  @Bean
  Buckets buckets(S3Client client, VodBucket bucket, DeploymentProperties deployment) {
    return new S3Buckets(client, bucket, deployment.deployment());
  }

  @Bean
  MultipartUploads multipartUploads(S3Client client, S3Presigner presigner, VodBucket bucket) {
    return new S3MultipartUploads(client, presigner, bucket.name());
  }

  @Bean
  StoredObjects storedObjects(S3Client client, VodBucket bucket) {
    return new S3Objects(client, bucket.name());
  }
}
