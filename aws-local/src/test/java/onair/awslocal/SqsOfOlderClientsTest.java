package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQS to clients from before it spoke JSON: boto3 before 1.28.80, the SDK for Java 1, the AWS CLI
 * of Debian 12.
 */
class SqsOfOlderClientsTest {

  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=anybody/20261122/eu-west-1/sqs/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=00";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsLocal local;

  @BeforeEach
  void start() {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
  }

  @AfterEach
  void stop() {
    http.close();
    local.close();
  }

  @Test
  void sendsReceivesAndDeletesByTheNamesOfTheQueryProtocol() throws Exception {
    String url =
        text(
            call(
                "/",
                "Action=CreateQueue&Version=2012-11-05&QueueName=old"
                    + "&Attribute.1.Name=VisibilityTimeout&Attribute.1.Value=41"
                    + "&Tag.1.Key=team&Tag.1.Value=live"),
            "QueueUrl");
    String path = URI.create(url).getPath();

    assertThat(
            call(
                "/", "Action=GetQueueAttributes&AttributeName.1=VisibilityTimeout&QueueUrl=" + url))
        .contains("<Attribute><Name>VisibilityTimeout</Name><Value>41</Value></Attribute>");
    assertThat(call(path, "Action=ListQueueTags"))
        .contains("<Tag><Key>team</Key><Value>live</Value></Tag>");
    assertThat(
            call(
                path,
                "Action=SendMessageBatch"
                    + "&SendMessageBatchRequestEntry.1.Id=one"
                    + "&SendMessageBatchRequestEntry.1.MessageBody="
                    + URLEncoder.encode("a <&> ü", StandardCharsets.UTF_8)
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=n"
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=Number"
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=7"
                    + "&SendMessageBatchRequestEntry.2.Id=two"
                    + "&SendMessageBatchRequestEntry.2.MessageBody=%01"))
        .contains("<SendMessageBatchResultEntry><Id>one</Id>")
        .contains("<BatchResultErrorEntry><Id>two</Id>")
        .contains("<Code>InvalidMessageContents</Code>");

    String received = call(path, "Action=ReceiveMessage&MessageAttributeName.1=All");
    assertThat(received)
        .contains("<Message><MessageId>")
        .contains("<Body>a &lt;&amp;&gt; ü</Body>")
        .contains("<MessageAttribute><Name>n</Name><Value><StringValue>7</StringValue>");

    call(path, "Action=DeleteMessage&ReceiptHandle=" + text(received, "ReceiptHandle"));
    assertThat(call("/", "Action=ListQueues")).contains("<QueueUrl>" + url + "</QueueUrl>");
  }

  @Test
  void namesErrorsAsTheQueryProtocolDid() throws Exception {
    assertThat(call("/000000000000/none", "Action=ReceiveMessage"))
        .contains("<Type>Sender</Type>")
        .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
  }

  private String call(String path, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(local.endpoint().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .header("Authorization", SIGNATURE)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String text(String xml, String element) {
    Matcher found = Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element)).matcher(xml);
    assertThat(found.find()).as(xml).isTrue();
    return found.group(1);
  }
}
