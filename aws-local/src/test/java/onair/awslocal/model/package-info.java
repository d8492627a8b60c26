/**
 * Random histories of a stateful service against a small reference model: {@link
 * onair.awslocal.model.Histories} makes and runs them, a {@link onair.awslocal.model.World} has the
 * real parts and the model side by side. A history that fails is cut down to the steps that matter
 * and says how to run just those again.
 */
@NullMarked
package onair.awslocal.model;

import org.jspecify.annotations.NullMarked;
