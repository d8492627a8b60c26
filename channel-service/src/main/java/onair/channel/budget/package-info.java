/**
 * Budgets: what an organization, or one of its channels, may cost in a calendar month. What is
 * spent is what the meter says, the ten minutes of each start included. Most of it spent is told;
 * all of it spent takes the channels off the air, by what a user would ask for, a stop, and no
 * start is accepted that it cannot pay for.
 *
 * <p>Start at {@code BudgetReconciler}, which watches one budget, and {@code Budgets}, which stands
 * before each start.
 */
@NullMarked
package onair.channel.budget;

import org.jspecify.annotations.NullMarked;
