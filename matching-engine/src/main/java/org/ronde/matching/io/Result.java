package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Cycle;
import org.ronde.matching.Leg;
import org.ronde.matching.Status;
import org.ronde.matching.TopUp;

/**
 * What the command line prints.
 *
 * @param bound null when unknown
 * @param cycles each a list of vertex ids, or of legs by field name
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
    List<String> notes) {

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
    try {
      return JsonMapper.builder().build().writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String toText() {
    var text = new StringBuilder();
    text.append("%s: %s, value %d, ".formatted(instance, status, value));
    text.append(bound == null ? "bound unknown" : "bound %d".formatted(bound));
    text.append(
        ", %d cycles, %d ms, seed %d, %d steps%n"
            .formatted(cycles.size(), elapsedMillis, seed, steps));
    notes.forEach(note -> text.append("  ").append(note).append(System.lineSeparator()));
    for (var cycle : cycles) {
      var legs = cycle.stream().map(Result::shown).collect(Collectors.joining(" -> "));
      text.append("  ").append(legs).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String shown(Object part) {
    return part instanceof Map<?, ?> leg
        ? "%s gives %s of %s".formatted(leg.get("giver"), leg.get("quantity"), leg.get("offer"))
        : part.toString();
  }

  /** A market's cycle as the legs that make it. */
  static List<Object> legs(Cycle cycle) {
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
