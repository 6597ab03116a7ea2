package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.app.PlayRooms;
import org.ronde.contests.Contest;
import org.ronde.contests.ContestState;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.points.Award;
import org.ronde.points.BoardKey;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.ValidationLevel;

/**
 * While a contest is frozen, nothing that anybody else may ask for moves when an entrant wins
 * points: every route is asked before and after by a stranger, a colleague, a rival and an
 * operator. A new route takes part by being plugged in.
 */
@Tag("database")
class FreezeTest {
  @RegisterExtension static final Ronde ronde = new Ronde();

  private static final List<String> OTHERS =
      List.of("claire@vidal.example", "jerome@roux.example", "operator@ronde.example");

  /** What differs from one look to the next by itself. */
  private static final Pattern RESTLESS =
      Pattern.compile(
          "name=\"idempotencyKey\" value=\"[^\"]*\"|<p class=\"contest-worth\">.*?</p>"
              + "|\"asOf\":\"[^\"]*\"");

  private final List<Route> routes = Route.of(ronde.application().plugged());

  private PlayRooms play() {
    return ronde.application().rooms().play();
  }

  @Test
  void movesNothingForAnybodyElse() {
    ronde.application().seedDemo();
    ronde.application().rooms().cycles().job().queueDaily();
    ronde.application().rooms().cycles().job().runQueued();
    Vidal vidal = new Vidal(ronde);
    Contest frozen =
        play().contests().contests().running().stream()
            .filter(contest -> contest.state() == ContestState.FROZEN)
            .findFirst()
            .orElseThrow();
    MemberId hugo = vidal.member("hugo@vidal.example");
    settle();
    Set<String> paths = paths(vidal, frozen.id(), hugo);
    Map<String, Client> readers = new LinkedHashMap<>();
    readers.put("nobody", Client.anonymous(ronde));
    OTHERS.forEach(email -> readers.put(email, Client.of(ronde, email)));
    Client himself = Client.of(ronde, "hugo@vidal.example");
    Map<String, String> first = read(readers, paths);
    Map<String, String> before = read(readers, paths);
    Set<String> restless = differing(first, before);
    Map<BoardKey, Long> versions = versions(hugo);
    String own = himself.get("/contests/" + frozen.id()).text();

    win(hugo);
    win(hugo);
    play().points().boards().catchUp();

    Set<String> moved = differing(before, read(readers, paths));
    moved.removeAll(restless);
    moved.removeIf(FreezeTest::ticks);
    assertThat(moved).as("what tells of hidden points").isEmpty();
    assertThat(versions(hugo)).as("what live boards tell").isEqualTo(versions);
    assertThat(himself.get("/contests/" + frozen.id()).text()).as("his own page").isNotEqualTo(own);
    assertThat(restless).as("what cannot be compared").allMatch(FreezeTest::ticks);
    assertThat(before.keySet()).hasSizeGreaterThan(300);

    // The test can see: whoever is in no frozen contest moves boards, pages and files.
    win(vidal.member("lucie@bastide.example"));
    play().points().boards().catchUp();
    assertThat(differing(before, read(readers, paths)))
        .contains(
            "jerome@roux.example /leaderboards?board=global",
            "jerome@roux.example /leaderboards/export?board=global",
            "jerome@roux.example /api/v1/leaderboards?board=global");
  }

  /** Pages that tell of sessions, jobs and health: they change by the minute. */
  private static boolean ticks(String asked) {
    return asked.matches(
        ".* /((account|operator/mailbox)(/.*)?|operator|api/v1/(me|tokens)|healthz|readyz)");
  }

  /** Nothing that the preparations left for a job to do may count as a difference. */
  private void settle() {
    play().contests().course().advance();
    play().challenges().clockwork().runDue();
    play().points().boards().catchUp();
  }

  /** An address for every route that answers a GET, and one for each board and contest. */
  private Set<String> paths(Vidal vidal, ContestId frozen, MemberId hugo) {
    Set<String> paths = new LinkedHashSet<>();
    for (Route route : routes) {
      if (route.safe() && !route.template().endsWith("/events")) {
        String template =
            route
                .template()
                .replace("contests/{id}", "contests/" + frozen)
                .replace("members/{id}", "members/" + hugo);
        paths.add(template.contains("{") ? vidal.fill(template) : template);
      }
    }
    List<String> boards = new ArrayList<>(List.of("global", "friends"));
    play().points().boards().of(hugo, 100).stream()
        .filter(key -> key.kind() != BoardKey.Kind.GLOBAL)
        .map(key -> key.kind().name().toLowerCase(java.util.Locale.ROOT) + ":" + key.id())
        .forEach(boards::add);
    for (String board : boards) {
      for (String page :
          List.of(
              "/leaderboards",
              "/leaderboards/all",
              "/leaderboards/export",
              "/leaderboards/screen",
              "/api/v1/leaderboards")) {
        paths.add(page + "?board=" + board);
      }
    }
    paths.add("/stream?everywhere=yes");
    return paths;
  }

  private Map<String, String> read(Map<String, Client> readers, Set<String> paths) {
    Map<String, String> bodies = new TreeMap<>();
    readers.forEach(
        (who, client) -> {
          for (String path : paths) {
            Client.Answer answer = client.get(path);
            bodies.put(
                who + " " + path, answer.status() + RESTLESS.matcher(answer.text()).replaceAll(""));
          }
        });
    return bodies;
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Server-sent events carry the version of a board and nothing else. */
  private Map<BoardKey, Long> versions(MemberId member) {
    Map<BoardKey, Long> versions =
        new TreeMap<>(Comparator.comparing(BoardKey::kind).thenComparing(BoardKey::id));
    play()
        .points()
        .boards()
        .of(member, 100)
        .forEach(key -> versions.put(key, play().points().boards().version(key)));
    return versions;
  }

  private void win(MemberId member) {
    play()
        .points()
        .points()
        .award(
            new Award(
                new Cause("attempt-award", UUID.randomUUID()),
                member,
                new Effort(3, true, true, true, 2),
                ValidationLevel.WITNESSES,
                new MemberId(UUID.randomUUID()),
                play().challenges().now(),
                ZoneOffset.UTC,
                play().activities().activity("petanque").id(),
                null,
                "31",
                true));
  }
}
