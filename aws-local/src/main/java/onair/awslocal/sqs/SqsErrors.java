package onair.awslocal.sqs;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/**
 * SQS's errors, in its own words. Those the model does not have are common errors of the query API.
 */
final class SqsErrors {

  private SqsErrors() {}

  static RuntimeException noSuchQueue() {
    return QueueDoesNotExistException.builder()
        .message("The specified queue does not exist.")
        .build();
  }

  static RuntimeException queueExists(String attribute) {
    return QueueNameExistsException.builder()
        .message(
            "A queue already exists with the same name and a different value for attribute "
                + attribute)
        .build();
  }

  static RuntimeException invalidAttributeName(String name) {
    return InvalidAttributeNameException.builder()
        .message("Unknown Attribute " + name + ".")
        .build();
  }

  static RuntimeException invalidAttributeValue(String name) {
    return InvalidAttributeValueException.builder()
        .message("Invalid value for the parameter " + name + ".")
        .build();
  }

  static RuntimeException standardOnly(String what) {
    return UnsupportedOperationException.builder()
        .message("aws-local has standard queues only; " + what + " is of FIFO queues.")
        .build();
  }

  static RuntimeException invalidContents() {
    return InvalidMessageContentsException.builder()
        .message("The message contains characters outside the allowed set.")
        .build();
  }

  static RuntimeException badReceiptHandle() {
    return ReceiptHandleIsInvalidException.builder()
        .message("The input receipt handle is invalid.")
        .build();
  }

  static RuntimeException notInFlight() {
    return MessageNotInflightException.builder()
        .message("The specified message isn't in flight.")
        .build();
  }

  static RuntimeException invalidParameter(String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode("InvalidParameterValue").errorMessage(message).build();
    return SqsException.builder().statusCode(400).awsErrorDetails(details).build();
  }
}
