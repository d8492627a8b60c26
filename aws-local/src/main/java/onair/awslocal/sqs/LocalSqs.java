package onair.awslocal.sqs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/**
 * SQS's standard queues over local state. FIFO queues are refused and encryption keys are without
 * effect; a deleted queue's name can be used again at once, and a queue can be purged at any time.
 *
 * <p>Source: Amazon SQS API Reference 2012-11-05.
 */
public final class LocalSqs implements SqsClient {

  private final QueueCalls calls;
  private final MessageCalls messages;
  private final QueueTarget target;
  private final Queues queues;

  /**
   * @param endpoint where the API is reached, for queue URLs; asked with each call
   */
  public LocalSqs(StateStore store, Lifecycle lifecycle, Supplier<URI> endpoint) {
    this.queues = new Queues(store, lifecycle);
    this.calls = new QueueCalls(queues, endpoint);
    this.messages = new MessageCalls(queues, lifecycle);
    this.target = new QueueTarget(queues, lifecycle);
  }

  /** The queues, for rules that send events to them. */
  public QueueTarget target() {
    return target;
  }

  /** Lets the ledger write down what happens to queues. */
  public void record(Ledger ledger) {
    queues.record(ledger);
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  /** Ends all waiting receives. */
  @Override
  public void close() {
    queues.close();
  }

  @Override
  public CreateQueueResponse createQueue(CreateQueueRequest request) {
    return CreateQueueResponse.builder().queueUrl(calls.create(request)).build();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return GetQueueUrlResponse.builder()
        .queueUrl(calls.url(calls.byName(request.queueName())))
        .build();
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    return calls.list(request);
  }

  @Override
  public ListDeadLetterSourceQueuesResponse listDeadLetterSourceQueues(
      ListDeadLetterSourceQueuesRequest request) {
    return calls.sources(calls.byUrl(request.queueUrl()), request);
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    Map<String, String> attributes =
        calls.attributes(calls.byUrl(request.queueUrl()), request.attributeNamesAsStrings());
    return GetQueueAttributesResponse.builder().attributesWithStrings(attributes).build();
  }

  @Override
  public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
    calls.setAttributes(calls.byUrl(request.queueUrl()), request.attributesAsStrings());
    return SetQueueAttributesResponse.builder().build();
  }

  @Override
  public TagQueueResponse tagQueue(TagQueueRequest request) {
    calls.tag(calls.byUrl(request.queueUrl()), request.tags());
    return TagQueueResponse.builder().build();
  }

  @Override
  public UntagQueueResponse untagQueue(UntagQueueRequest request) {
    calls.untag(calls.byUrl(request.queueUrl()), request.tagKeys());
    return UntagQueueResponse.builder().build();
  }

  @Override
  public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
    return ListQueueTagsResponse.builder().tags(calls.byUrl(request.queueUrl()).tags()).build();
  }

  @Override
  public PurgeQueueResponse purgeQueue(PurgeQueueRequest request) {
    calls.purge(calls.byUrl(request.queueUrl()));
    return PurgeQueueResponse.builder().build();
  }

  @Override
  public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
    calls.delete(calls.byUrl(request.queueUrl()));
    return DeleteQueueResponse.builder().build();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return messages.send(calls.byUrl(request.queueUrl()), request);
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    Batch<SendMessageBatchResultEntry> batch =
        messages.sendAll(calls.byUrl(request.queueUrl()), request.entries());
    return SendMessageBatchResponse.builder()
        .successful(batch.successful())
        .failed(batch.failed())
        .build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    List<Message> received = messages.receive(calls.byUrl(request.queueUrl()), request);
    return received.isEmpty()
        ? ReceiveMessageResponse.builder().build() // AWS leaves the empty list out
        : ReceiveMessageResponse.builder().messages(received).build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    messages.delete(calls.byUrl(request.queueUrl()), request.receiptHandle());
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
    Batch<DeleteMessageBatchResultEntry> batch =
        messages.deleteAll(calls.byUrl(request.queueUrl()), request.entries());
    return DeleteMessageBatchResponse.builder()
        .successful(batch.successful())
        .failed(batch.failed())
        .build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    messages.changeVisibility(
        calls.byUrl(request.queueUrl()), request.receiptHandle(), request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    Batch<ChangeMessageVisibilityBatchResultEntry> batch =
        messages.changeVisibilityOfAll(calls.byUrl(request.queueUrl()), request.entries());
    return ChangeMessageVisibilityBatchResponse.builder()
        .successful(batch.successful())
        .failed(batch.failed())
        .build();
  }
}
