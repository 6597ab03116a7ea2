package org.ronde.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between rooms point one way. */
class ArchitectureTest {
  private static final Set<String> VALUES = Set.of("ids", "money");

  /** The edges, and which edges each may use. */
  private static final Map<String, Set<String>> EDGES =
      Map.of(
          "db", Set.of(),
          "http", Set.of("db"),
          "jobs", Set.of("db"),
          "files", Set.of("db", "http"),
          "mail", Set.of("db", "http", "jobs"));

  /** The rooms, and which rooms each may use beside values and edges. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry("places", Set.of()),
          entry("members", Set.of()),
          entry("notices", Set.of("members")),
          entry("listings", Set.of("members", "notices")),
          entry("disputes", Set.of("members", "notices")),
          entry("evidence", Set.of("disputes", "places", "members", "notices")),
          entry("activities", Set.of("disputes", "places", "members", "notices")),
          entry("points", Set.of("activities", "places", "members", "notices")),
          entry("preferences", Set.of("listings", "members", "notices", "matching")),
          entry("exchanges", Set.of("listings", "evidence", "disputes", "members", "notices")),
          entry(
              "cycles",
              Set.of("exchanges", "preferences", "listings", "members", "notices", "matching")),
          entry("papers", Set.of("exchanges", "members", "notices")),
          entry(
              "challenges",
              Set.of(
                  "points", "evidence", "disputes", "activities", "places", "members", "notices")),
          entry(
              "contests",
              Set.of(
                  "points",
                  "challenges",
                  "activities",
                  "listings",
                  "disputes",
                  "members",
                  "notices")),
          entry(
              "social",
              Set.of(
                  "challenges",
                  "points",
                  "evidence",
                  "activities",
                  "disputes",
                  "places",
                  "members",
                  "notices")));

  private static final Set<String> NO_NAME_FOR_A_ROOM =
      Set.of(
          "util", "utils", "common", "model", "dto", "impl", "helper", "helpers", "core", "base");

  @Test
  void keepsEveryArrowBetweenRoomsPointingOneWay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : House.classes()) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        String room = House.room(from);
        String target = House.room(arrow.getTargetClass());
        if (!target.isEmpty() && !target.equals(room) && !allowed(room).contains(target)) {
          wrong.add(
              "%s uses %s. %s may use %s. To be told something from above, declare a listener in %s and let app plug it in."
                  .formatted(
                      from.getName(),
                      arrow.getTargetClass().getName(),
                      room,
                      new TreeSet<>(allowed(room)),
                      room));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void knowsWhatEveryRoomMayUse() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : House.classes()) {
      String room = House.room(type);
      if (!Set.of("app", "matching").contains(room)
          && !VALUES.contains(room)
          && !EDGES.containsKey(room)
          && !ROOMS.containsKey(room)) {
        unknown.add(
            "%s is a new room: say in ArchitectureTest and in the README what it may use."
                .formatted(room));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void letsOnlyRoomsBelowBeUsed() {
    for (String room : ROOMS.keySet()) {
      assertThat(reachable(room, new HashSet<>())).as("what %s reaches", room).doesNotContain(room);
    }
  }

  @Test
  void keepsTheSolverBehindTheEngine() {
    List<String> wrong =
        House.written().stream()
            .filter(type -> !type.getPackageName().startsWith("org.ronde.matching.planner"))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith("org.optaplanner"))
            .map(Dependency::getDescription)
            .distinct()
            .toList();

    assertThat(wrong).as("only org.ronde.matching.planner may use OptaPlanner").isEmpty();
  }

  @Test
  void letsTheServiceSeeOnlyWhatTheEngineShows() {
    List<String> wrong =
        House.written().stream()
            .filter(type -> !House.room(type).equals("matching") && !House.room(type).equals("app"))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(
                arrow -> arrow.getTargetClass().getPackageName().startsWith("org.ronde.matching."))
            .map(Dependency::getDescription)
            .distinct()
            .toList();

    assertThat(wrong)
        .as("rooms use org.ronde.matching itself; app alone may choose an implementation")
        .isEmpty();
  }

  @Test
  void namesARoomAfterAThingThatMembersTalkAbout() {
    List<String> wrong =
        House.written().stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(
                name -> List.of(name.split("\\.")).stream().anyMatch(NO_NAME_FOR_A_ROOM::contains))
            .toList();

    assertThat(wrong).as("packages named after nothing").isEmpty();
  }

  @Test
  void marksEveryRoomAsFreeOfNull() {
    List<String> wrong =
        House.written().stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(room -> room.getName() + " needs a package-info with @NullMarked and its rule")
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static Set<String> allowed(String room) {
    Set<String> allowed = new HashSet<>(VALUES);
    if (room.equals("app")) {
      allowed.addAll(EDGES.keySet());
      allowed.addAll(ROOMS.keySet());
      allowed.add("matching");
    } else if (ROOMS.containsKey(room)) {
      allowed.addAll(EDGES.keySet());
      allowed.addAll(ROOMS.get(room));
    } else if (EDGES.containsKey(room)) {
      allowed.addAll(EDGES.get(room));
    } else {
      // Values and the engine know nobody.
      allowed.clear();
    }
    return allowed;
  }

  private static Set<String> reachable(String room, Set<String> seen) {
    for (String next : ROOMS.getOrDefault(room, Set.of())) {
      if (seen.add(next)) {
        reachable(next, seen);
      }
    }
    return seen;
  }
}
