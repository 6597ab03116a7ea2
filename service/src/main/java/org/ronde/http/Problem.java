package org.ronde.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as RFC 9457 defines it.
 *
 * @param errors what is wrong field by field, when input was the problem
 * @param incident the id under which the log tells more, for faults of ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldError> errors,
    @Nullable String incident) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One field and what is wrong with it, in the reader's language. */
  public record FieldError(String field, String text) {}

  public Problem {
    errors = List.copyOf(errors);
  }
}
