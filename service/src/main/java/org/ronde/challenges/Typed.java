package org.ronde.challenges;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/** Reads what was typed into the forms of this room; what cannot be read becomes a fault. */
final class Typed {
  private final Form form;
  private final List<Fault> faults = new ArrayList<>();

  Typed(Form form) {
    this.form = form;
  }

  @Nullable BigDecimal number(String field) {
    return read(
        field,
        text -> new BigDecimal(text.replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "")),
        "challenges.fault.number");
  }

  @Nullable Integer whole(String field) {
    return read(field, Integer::valueOf, "challenges.fault.number");
  }

  /** The first instant after a day, in a zone. */
  @Nullable Instant afterDay(String field, ZoneId zone) {
    return read(
        field,
        text -> LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant(),
        "challenges.fault.date");
  }

  @Nullable Instant startOfDay(String field, ZoneId zone) {
    return read(
        field,
        text -> LocalDate.parse(text).atStartOfDay(zone).toInstant(),
        "challenges.fault.date");
  }

  @Nullable Instant moment(String field, ZoneId zone) {
    return read(
        field, text -> LocalDateTime.parse(text).atZone(zone).toInstant(), "challenges.fault.date");
  }

  <T extends Enum<T>> @Nullable T choice(String field, Class<T> type) {
    return read(field, text -> Enum.valueOf(type, text), "challenges.fault.choice");
  }

  private <T> @Nullable T read(String field, Function<String, T> reading, String fault) {
    Optional<String> text = form.findText(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reading.apply(text.get());
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      faults.add(Fault.of(field, fault));
      return null;
    }
  }

  void fault(String field, String key) {
    faults.add(Fault.of(field, key));
  }

  void require() {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /** Whom somebody named: members by name, others by mail address. */
  record Named(Set<MemberId> members, Set<String> addresses) {}

  /** Reads names and addresses, one a line or between commas. */
  Named people(String field, List<Seen.Who> reachable, Folk folk) {
    Set<MemberId> members = new HashSet<>();
    Set<String> addresses = new HashSet<>();
    for (String part : form.value(field).split("[,;\\n]")) {
      String one = part.strip();
      if (one.isEmpty()) {
        continue;
      }
      Optional<String> address = folk.findAddress(one);
      if (address.isPresent()) {
        addresses.add(address.get());
        continue;
      }
      List<Seen.Who> found =
          reachable.stream().filter(who -> folded(who.name()).equals(folded(one))).toList();
      if (found.isEmpty()) {
        found = reachable.stream().filter(who -> folded(who.name()).contains(folded(one))).toList();
      }
      if (found.size() == 1) {
        members.add(found.get(0).id());
      } else {
        String key =
            found.isEmpty() ? "challenges.fault.unknownName" : "challenges.fault.severalNames";
        faults.add(new Fault(field, key, Map.of("name", one)));
      }
    }
    return new Named(members, addresses);
  }

  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** The activity typed by name, or chosen among several. */
  @Nullable Activity activity(Atlas atlas, Locale locale) {
    Optional<String> id = form.findText("activityId");
    String name = form.value("activity");
    if (id.isPresent() && !name.isEmpty()) {
      Activity chosen = chosen(atlas, id.get());
      if (chosen != null && folded(chosen.name(locale)).equals(folded(name))) {
        return chosen;
      }
    } else if (id.isPresent()) {
      return chosen(atlas, id.get());
    }
    if (name.isEmpty()) {
      faults.add(Fault.of("activity", "challenges.fault.activity"));
      return null;
    }
    List<Activity> found = atlas.search(name, locale, 10);
    Optional<Activity> same =
        found.stream().filter(a -> folded(a.name(locale)).equals(folded(name))).findFirst();
    if (same.isPresent() || found.size() == 1) {
      return same.orElseGet(() -> found.get(0));
    }
    faults.add(
        found.isEmpty()
            ? Fault.of("activity", "challenges.fault.unknownActivity")
            : new Fault(
                "activity",
                "challenges.fault.severalActivities",
                Map.of("names", String.join(", ", names(found, locale)))));
    return null;
  }

  private static List<String> names(List<Activity> found, Locale locale) {
    return found.stream().map(a -> a.name(locale)).limit(5).toList();
  }

  private @Nullable Activity chosen(Atlas atlas, String id) {
    try {
      return atlas.activity(ActivityId.fromString(id));
    } catch (IllegalArgumentException e) {
      faults.add(Fault.of("activity", "challenges.fault.activity"));
      return null;
    }
  }

  /** What the form to launch says. */
  Launch launch(Kind kind, Board board, Neighbours neighbours, Actor actor, ZoneId home) {
    Activity activity = activity(neighbours.atlas(), actor.locale());
    if (activity == null) {
      throw Refusal.invalid(faults);
    }
    String place = place(neighbours.towns());
    ZoneId zone = neighbours.towns().find(place).map(p -> p.zone()).orElse(home);
    Instant endsAt = afterDay("endsAt", zone);
    if (endsAt == null && form.findText("endsAt").isEmpty()) {
      fault("endsAt", "challenges.fault.endsAt");
    }
    Kind.Audience audience = choice("audience", Kind.Audience.class);
    List<Seen.Who> reachable = board.reachable(actor, activity.id());
    Named who = people("who", reachable, neighbours.folk());
    Named referee = people("referee", reachable, neighbours.folk());
    if (!referee.addresses().isEmpty() || referee.members().size() > 1) {
      fault("referee", "challenges.fault.referee");
    }
    Launch.Options usual = Launch.Options.usual(kind);
    Integer times = whole("times");
    Integer linkDays = whole("linkDays");
    Terms.Rhythm rhythm = choice("rhythm", Terms.Rhythm.class);
    Launch launch =
        new Launch(
            kind,
            activity.id(),
            form.value("title"),
            number("target"),
            endsAt == null ? Instant.EPOCH : endsAt,
            zone,
            audience == null ? Kind.Audience.INVITED : audience,
            who.members(),
            who.addresses(),
            place,
            new Launch.Options(
                form.value("details"),
                number("minimum"),
                startOfDay("startsAt", zone),
                whole("graceHours"),
                choice("level", ValidationLevel.class),
                referee.members().stream().findFirst().orElse(null),
                times == null ? usual.times() : times,
                rhythm == null ? usual.rhythm() : rhythm,
                linkDays == null ? usual.linkDays() : linkDays,
                whole("winnersMax"),
                whole("placesMax")));
    require();
    return launch;
  }

  /** The code of the town that was typed; empty when none was. */
  String place(Towns towns) {
    String name = form.value("place");
    if (name.isEmpty()) {
      return "";
    }
    return towns.search(name, 1).stream()
        .findFirst()
        .map(place -> place.code())
        .orElseGet(
            () -> {
              fault("place", "challenges.fault.place");
              return "";
            });
  }
}
