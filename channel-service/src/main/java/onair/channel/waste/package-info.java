/**
 * Waste: what is paid for and of use to nobody, with its price and what to do about it. It is read
 * from what reconciling and the meter have written down, never from AWS; reclaiming asks for what a
 * user would ask for.
 *
 * <p>Start at {@code WasteReport}, which knows what is waste.
 */
@NullMarked
package onair.channel.waste;

import org.jspecify.annotations.NullMarked;
