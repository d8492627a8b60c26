/** Amazon SQS: standard queues with long polling, visibility timeouts and dead-letter queues. */
@NullMarked
package onair.awslocal.sqs;

import org.jspecify.annotations.NullMarked;
