/**
 * Starts the whole platform on one machine: embedded PostgreSQL, {@code aws-local} and each service
 * as its own process, as in production, watched and restarted. {@link onair.launcher.Launcher} is
 * the command line; read on in {@link onair.launcher.Platform}, which says what runs, and {@link
 * onair.launcher.Supervisor}, which keeps it running.
 */
@NullMarked
package onair.launcher;

import org.jspecify.annotations.NullMarked;
