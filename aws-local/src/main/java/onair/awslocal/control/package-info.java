/**
 * The door under {@code /_aws-local} through which tests and operators control what AWS has no API
 * for: faults, the clock, what is kept. {@link onair.awslocal.control.ControlDoor} is the handler;
 * parts add {@link onair.awslocal.control.Endpoint}s to it. Knows no AWS service.
 */
@NullMarked
package onair.awslocal.control;

import org.jspecify.annotations.NullMarked;
