package org.ronde.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Refusal;

/** A company's answer to a cycle. */
public sealed interface Decision {
  /** Longest text of a refusal. */
  int TEXT_LENGTH_MAX = 500;

  /**
   * Yes.
   *
   * @param orderPlan orders the premium plan in the same act, where one is needed
   */
  record Accept(boolean orderPlan) implements Decision {}

  /** No, and why; only the operator reads why. */
  record Refuse(Reason reason, String text) implements Decision {
    public Refuse {
      text = text.strip();
    }
  }

  /** Why a company refuses. */
  enum Reason {
    PRICE,
    QUANTITY,
    TIMING,
    PARTNER,
    NO_LONGER_NEEDED,
    OTHER
  }

  /**
   * Reads what a form or a client sent.
   *
   * @throws Refusal INVALID, field by field
   */
  static Decision of(String answer, boolean orderPlan, String reason, String text) {
    var faults = new ArrayList<Refusal.Fault>();
    switch (answer.toUpperCase(Locale.ROOT)) {
      case "ACCEPT" -> {
        return new Accept(orderPlan);
      }
      case "REFUSE" -> {
        var why = findReason(reason);
        if (why.isEmpty()) {
          faults.add(Refusal.Fault.of("reason", "cycles.fault.reason"));
        } else if (why.get() == Reason.OTHER && text.isBlank()) {
          faults.add(Refusal.Fault.of("text", "cycles.fault.text"));
        }
        if (text.strip().length() > TEXT_LENGTH_MAX) {
          faults.add(
              new Refusal.Fault("text", "cycles.fault.long", Map.of("length", TEXT_LENGTH_MAX)));
        }
        if (faults.isEmpty()) {
          return new Refuse(why.orElseThrow(), text);
        }
      }
      default -> faults.add(Refusal.Fault.of("answer", "cycles.fault.answer"));
    }
    throw Refusal.invalid(faults);
  }

  private static Optional<Reason> findReason(String code) {
    return List.of(Reason.values()).stream()
        .filter(reason -> reason.name().equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
