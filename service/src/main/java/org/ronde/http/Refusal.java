package org.ronde.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expected no: part of what a door promises, not a bug. Reaches an API client as {@code
 * application/problem+json} and a browser as the form it came from, or a page that says what
 * happened.
 *
 * @see ProblemType
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String RETRY_SECONDS = "seconds";

  /** How long a database that does not answer is left alone. */
  private static final long BREATH_SECONDS = 5;

  private static final long MINUTES_TOLD_MAX = 90;

  private final ProblemType type;
  private final transient Map<String, Object> arguments;
  private final transient List<Fault> faults;

  /** What is wrong with one field: its name, and the key and arguments of the message. */
  public record Fault(String field, String key, Map<String, Object> arguments) {
    public Fault {
      arguments = Map.copyOf(arguments);
    }

    public static Fault of(String field, String key) {
      return new Fault(field, key, Map.of());
    }
  }

  public Refusal(ProblemType type) {
    this(type, Map.of(), List.of());
  }

  /** A refusal whose message {@code problem.<slug>.detail} names values. */
  public Refusal(ProblemType type, Map<String, Object> arguments) {
    this(type, arguments, List.of());
  }

  private Refusal(ProblemType type, Map<String, Object> arguments, List<Fault> faults) {
    super(type.slug() + " " + arguments + faults, null, false, false);
    this.type = type;
    this.arguments = Map.copyOf(arguments);
    this.faults = List.copyOf(faults);
  }

  /** Input that does not fit, field by field: {@link ProblemType#INVALID}. */
  public static Refusal invalid(List<Fault> faults) {
    return new Refusal(ProblemType.INVALID, Map.of("count", faults.size()), faults);
  }

  public static Refusal invalid(Fault fault) {
    return invalid(List.of(fault));
  }

  /**
   * Too much at once: {@link ProblemType#TOO_MANY_REQUESTS}.
   *
   * @param seconds after which there is room again
   */
  public static Refusal tooMany(long seconds) {
    long minutes = (seconds + 59) / 60;
    long hours = minutes > MINUTES_TOLD_MAX ? (minutes + 59) / 60 : 0;
    return new Refusal(
        ProblemType.TOO_MANY_REQUESTS,
        Map.of(RETRY_SECONDS, seconds, "minutes", minutes, "hours", hours));
  }

  /** After how many seconds trying again makes sense, when waiting is what helps. */
  public Optional<Long> findRetrySeconds() {
    return type == ProblemType.UNAVAILABLE
        ? Optional.of(BREATH_SECONDS)
        : Optional.ofNullable((Long) arguments.get(RETRY_SECONDS));
  }

  public ProblemType type() {
    return type;
  }

  public Map<String, Object> arguments() {
    return arguments;
  }

  public List<Fault> faults() {
    return faults;
  }
}
