package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.contests.ContestDraft;
import org.ronde.contests.Terms;
import org.ronde.contests.draw.Bundle;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.members.Company;
import org.ronde.members.Person;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.ValidationLevel;

/**
 * A contest with a prize costs nothing: no fee, no trade, no purchase. Who pays for a plan, who
 * does not, and who has no company at all enter alike and hold the same tickets for the same acts;
 * what a trade brought gives none.
 */
@Tag("database")
class FreeEntryTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());

  private Actor owner(Company.Plan plan) {
    Company company =
        rooms.members().companies().approved().stream()
            .filter(each -> each.plan() == plan)
            .findFirst()
            .orElseThrow();
    Person person = rooms.members().companies().people(company.id()).get(0);
    return actor(
        person.id(),
        new Actor.Acting(company.id(), company.name(), Actor.Role.OWNER, company.approved()));
  }

  private static Actor actor(MemberId id, Actor.@Nullable Acting acting) {
    return new Actor(id, "Somebody", Locale.ENGLISH, false, acting, "a page's token");
  }

  private void award(Actor actor, String cause, boolean eligible) {
    rooms
        .play()
        .points()
        .points()
        .award(
            new Award(
                new Cause(cause, UUID.randomUUID()),
                actor.memberId(),
                new Effort(3, false, false, false, 0),
                ValidationLevel.WITNESSES,
                null,
                database.clock().instant(),
                ZoneOffset.UTC,
                null,
                actor.findActing().map(Actor.Acting::companyId).orElse(null),
                "31",
                eligible));
  }

  private void pass(Duration time) {
    database.clock().advance(time);
    rooms.play().contests().course().advance();
  }

  private ContestDraft draft() {
    LocalDateTime now = LocalDateTime.ofInstant(database.clock().instant(), ZoneOffset.UTC);
    return new ContestDraft(
        Terms.Kind.DRAW,
        "The big day",
        "La Grosse Journée",
        "",
        "",
        "Ronde, 1 place du Capitole, Toulouse",
        Terms.ZoneMode.FIXED,
        "UTC",
        null,
        now.plusHours(1),
        now.plusDays(2),
        now.plusDays(3),
        now.plusDays(4),
        now.plusDays(5),
        null,
        List.of(),
        List.of(),
        List.of(),
        1,
        10L,
        20,
        2,
        1L,
        Terms.Source.COMMITMENT,
        72,
        "contest@ronde.example",
        "",
        List.of(new ContestDraft.PrizeDraft("A basket", 50_00L, null, null)));
  }

  @Test
  void givesTheSameTicketsToPremiumToFreeAndToWhoHasNoCompany() {
    DemoWorld.seed(rooms);
    Actor premium = owner(Company.Plan.PREMIUM);
    Actor free = owner(Company.Plan.FREE);
    Actor alone =
        actor(
            rooms.members().seeds().member("ida@ronde.example", "Ida Morel", Locale.FRENCH), null);
    List<Actor> all = List.of(premium, free, alone);
    Person person = rooms.members().companies().operators().get(0);
    Actor operator = new Actor(person.id(), person.name(), person.locale(), true, null, null);
    var organising = rooms.play().contests().organising();
    long ordersDue = rooms.members().plans().due();

    ContestId id = organising.create(operator, draft()).id();
    organising.publish(operator, id, "");
    all.forEach(actor -> rooms.play().contests().contests().enter(actor, id, "", true));
    pass(Duration.ofHours(2));
    all.forEach(actor -> award(actor, "attempt-award", true));
    // What the premium company's trades bring its people.
    award(premium, "exchange-closed", false);
    award(premium, "leg-on-time", false);
    pass(Duration.ofDays(2));
    pass(Duration.ofDays(1));
    pass(Duration.ofDays(1));
    pass(Duration.ofDays(1));

    Bundle bundle =
        rooms
            .play()
            .contests()
            .proofs()
            .bundle(
                Optional.of(operator),
                rooms.play().contests().contests().contest(Optional.of(operator), id));
    Map<String, Integer> tickets =
        bundle.list().entries().stream()
            .collect(Collectors.toMap(Bundle.Line::pseudonym, Bundle.Line::tickets));
    assertThat(tickets).hasSize(3);
    assertThat(tickets.values().stream().distinct()).hasSize(1);
    assertThat(bundle.draws()).hasSize(1);
    assertThat(rooms.members().plans().due()).as("nothing to pay").isEqualTo(ordersDue);
    String rules = rooms.play().contests().contests().rules(id).get(0).textEn();
    assertThat(rules).contains("It asks for no fee, no purchase and no trade");
  }
}
