package org.ronde.matching.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Cycle;
import org.ronde.matching.Leg;
import org.ronde.matching.Packing;
import org.ronde.matching.Status;
import org.ronde.matching.TopUp;
import org.ronde.matching.solvers.Solvers;

/**
 * What the command line prints.
 *
 * @param bound null when unknown
 * @param cycles each a list of vertex ids, or of legs by field name
 * @param solver who solved it
 * @param more fields that only this format has
 * @param ignored what the file holds and nobody used
 * @param notes lines for people only
 */
record Result(
    String instance,
    Status status,
    long value,
    @Nullable Long bound,
    List<List<Object>> cycles,
    long elapsedMillis,
    long seed,
    long steps,
    boolean stoppedByClock,
    String solver,
    Map<String, Object> more,
    List<String> ignored,
    List<String> notes) {
  private static final int IGNORED_SHOWN_MAX = 20;

  /** How much better the best packing could be, as a part of the bound; null when unknown. */
  @Nullable Double gap() {
    if (bound == null) {
      return null;
    }
    return bound == 0 ? 0 : (bound - value) / (double) bound;
  }

  String toJson() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("instance", instance);
    fields.put("status", status.name());
    fields.put("value", value);
    fields.put("bound", bound);
    fields.put("gap", gap());
    fields.put("cycles", cycles);
    fields.put("elapsedMillis", elapsedMillis);
    fields.put("seed", seed);
    fields.put("steps", steps);
    fields.put("stoppedByClock", stoppedByClock);
    fields.put("solver", solver);
    fields.putAll(more);
    fields.put("ignored", ignored);
    return JsonText.of(fields);
  }

  /** The cycles alone, as they stand in the JSON. */
  String cyclesJson() {
    return JsonText.of(cycles);
  }

  String toText() {
    var text = new StringBuilder();
    text.append(instance).append(": ").append(status).append(", value ").append(value);
    text.append(", bound ").append(bound == null ? "unknown" : bound.toString());
    text.append(", ").append(cycles.size()).append(" cycles, ").append(elapsedMillis);
    text.append(" ms, seed ").append(seed).append(", ").append(steps).append(" steps");
    text.append(System.lineSeparator());
    if (!more.isEmpty()) {
      var fields = new StringJoiner(", ");
      for (var field : more.entrySet()) {
        fields.add(field.getKey() + " " + field.getValue());
      }
      append(text, fields.toString());
    }
    if (stoppedByClock) {
      append(text, "stopped by the time limit: another run may differ");
    }
    for (var note : notes) {
      append(text, note);
    }
    for (var note : ignored.subList(0, Math.min(IGNORED_SHOWN_MAX, ignored.size()))) {
      append(text, note);
    }
    if (ignored.size() > IGNORED_SHOWN_MAX) {
      append(text, "and " + (ignored.size() - IGNORED_SHOWN_MAX) + " more, see --json");
    }
    for (var cycle : cycles) {
      var legs = new StringJoiner(" -> ");
      for (var leg : cycle) {
        legs.add(shown(leg));
      }
      append(text, legs.toString());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String line) {
    text.append("  ").append(line).append(System.lineSeparator());
  }

  private static String shown(Object part) {
    if (!(part instanceof Map<?, ?> leg)) {
      return part.toString();
    }
    if (leg.containsKey("quantity")) {
      return leg.get("giver") + " gives " + leg.get("quantity") + " of " + leg.get("offer");
    }
    return leg.containsKey("giver")
        ? leg.get("giver") + " gives " + leg.get("item")
        : String.valueOf(leg.get("item"));
  }

  /** A market's packing. */
  static Result of(String instance, Packing packing, long elapsedMillis) {
    return new Result(
        instance,
        packing.status(),
        packing.valueCents(),
        packing.boundCents(),
        packing.cycles().stream().map(Result::legs).toList(),
        elapsedMillis,
        packing.seed(),
        packing.steps(),
        packing.stoppedByClock(),
        Solvers.plainJava().name(),
        counted(packing),
        List.of(),
        notes(packing));
  }

  private static Map<String, Object> counted(Packing packing) {
    var counted = new LinkedHashMap<String, Object>();
    counted.put("countedCents", packing.countedCents());
    counted.put("expectedCents", packing.expectedCents());
    if (packing.expectedBoundCents() != null) {
      counted.put("expectedBoundCents", packing.expectedBoundCents());
    }
    return counted;
  }

  private static List<String> notes(Packing packing) {
    var notes = new ArrayList<String>();
    packing
        .score()
        .lines()
        .forEach(
            line ->
                notes.add(
                    "%-16s %14d  (%d %s)"
                        .formatted(
                            line.rule().name().toLowerCase(Locale.ROOT),
                            line.contribution(),
                            line.count(),
                            line.rule().unit())));
    notes.add(
        "%d candidates at %d quantities%s"
            .formatted(
                packing.candidates().cycles(),
                packing.candidates().variants(),
                packing.candidates().cut() ? ", others left out" : ""));
    if (packing.expectedGap() != null) {
      notes.add("gap of what can be expected: %.2f %%".formatted(100 * packing.expectedGap()));
    }
    return notes;
  }

  private static List<Object> legs(Cycle cycle) {
    return cycle.legs().stream().<Object>map(leg -> leg(leg, cycle.topUps())).toList();
  }

  private static Map<String, Object> leg(Leg leg, List<TopUp> topUps) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("giver", leg.giverId());
    fields.put("receiver", leg.receiverId());
    fields.put("offer", leg.offerId());
    fields.put("need", leg.needId());
    fields.put("quantity", leg.quantity());
    fields.put("valueCents", leg.valueCents());
    topUps.stream()
        .filter(topUp -> topUp.payeeId().equals(leg.giverId()))
        .forEach(topUp -> fields.put("topUpCents", topUp.amountCents()));
    return fields;
  }
}
