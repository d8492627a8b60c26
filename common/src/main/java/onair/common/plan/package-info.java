/**
 * Rehearsals: {@code dry_run=true} runs the same code as the real request, undoes it, and answers
 * with the plan instead: what would be made in AWS, which quotas it needs, what it costs. A
 * controller takes a {@link onair.common.plan.DryRun} and shows it the plan. Comes with {@code
 * onair.common.web.WebConfiguration}.
 */
@NullMarked
package onair.common.plan;

import org.jspecify.annotations.NullMarked;
