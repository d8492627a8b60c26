/**
 * Tests that are made from a service's own description of its API: what may come back ({@link
 * onair.test.api.ReplyRules}) and what may be sent ({@link onair.test.api.Fuzzer}). A new operation
 * is tested because it is described.
 */
@NullMarked
package onair.test.api;

import org.jspecify.annotations.NullMarked;
