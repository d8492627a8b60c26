package onair.common.problem;

/**
 * One thing wrong with a request.
 *
 * @param field path in the request, as the caller wrote it: {@code ingest.protocol}, {@code
 *     tags[2]}; empty for the whole body
 * @param code stable snake_case word, for example {@code required}, {@code unknown_field}, {@code
 *     wrong_type}, {@code size}
 * @param detail a sentence for people, never a secret
 */
public record Violation(String field, String code, String detail) {}
