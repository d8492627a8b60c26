/**
 * Tests that are made from a service's own description of its API: what may come back ({@link
 * onair.test.api.ReplyRules}), what may be sent ({@link onair.test.api.Fuzzer}), and who may send
 * it ({@link onair.test.api.AccessMatrix}). A new operation is tested because it is described.
 */
@NullMarked
package onair.test.api;

import org.jspecify.annotations.NullMarked;
