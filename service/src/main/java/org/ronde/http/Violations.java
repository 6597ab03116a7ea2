package org.ronde.http;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/**
 * JSON that lacks what the API describes as required, or no JSON at all: {@link
 * ProblemType#MALFORMED}, naming the field. Its own mapper, because Jersey's for broken constraints
 * is closer to them than the one for all failures.
 */
final class Violations implements ExceptionMapper<ConstraintViolationException> {
  private final Problems problems;

  Violations(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    String field =
        failure.getConstraintViolations().stream()
            .map(violation -> last(violation.getPropertyPath()))
            .sorted()
            .findFirst()
            .orElse("JSON");
    return problems.toResponse(new Refusal(ProblemType.MALFORMED, Map.of("reason", field)));
  }

  private static String last(Path path) {
    String name = "JSON";
    for (Path.Node node : path) {
      name = node.getName() == null ? name : node.getName();
    }
    return name;
  }
}
