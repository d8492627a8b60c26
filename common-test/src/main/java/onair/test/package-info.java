/**
 * Real parts for tests: PostgreSQL, aws-local, signed tokens, a clock moved by hand, an HTTP client
 * that speaks our API, and the architecture rules every module is held to.
 *
 * <p>Annotate a test class with what it needs: {@link onair.test.WithPostgres}, {@link
 * onair.test.WithTokens}. A Spring context of that class gets the properties; a test without Spring
 * asks for the part as a parameter.
 */
@NullMarked
package onair.test;

import org.jspecify.annotations.NullMarked;
