package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.exchanges.Exchange;
import org.ronde.exchanges.Parties;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.listings.Listing;
import org.ronde.members.Company;
import org.ronde.members.Person;
import org.ronde.members.Traces;
import org.ronde.notices.Notices;

/** A member leaves the demo world, with every room plugged in: nothing tells who it was. */
@Tag("database")
class ErasureTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());

  @BeforeEach
  void seed() {
    DemoWorld.seed(rooms);
  }

  private static Actor actor(Company company, Person person) {
    return new Actor(
        person.id(),
        person.name(),
        person.locale(),
        false,
        new Actor.Acting(company.id(), company.name(), Actor.Role.OWNER, company.approved()),
        "a page's token");
  }

  private Actor only(Company company) {
    return actor(company, rooms.members().companies().people(company.id()).get(0));
  }

  /** Companies of one person, those first that still have something to give or to receive. */
  private Company alone(boolean bound) {
    return rooms.members().companies().approved().stream()
        .filter(company -> rooms.members().companies().people(company.id()).size() == 1)
        .filter(company -> rooms.exchanges().exchanges().open(company.id()) == bound)
        .filter(company -> bound || !rooms.listings().listings().mine(only(company)).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private void leave(Actor actor) {
    rooms
        .members()
        .departures()
        .leave(actor, rooms.members().companies().member(actor.memberId()).email(), "");
  }

  @Test
  void closesTheCompanyOfItsOnlyPersonAndWithdrawsItsListings() {
    Company company = alone(false);
    Actor owner = only(company);
    String email = rooms.members().companies().member(owner.memberId()).email();
    rooms
        .notices()
        .notices()
        .tellMember(
            rooms.members().companies().operators().get(0).id(),
            Notices.Event.FRIEND_ASKED,
            Map.of("who", owner.memberName()),
            "/members");

    leave(owner);

    // Letters to others that name somebody stay theirs until mail.keptDays; these are all of them.
    Set<String> lettersToOthers =
        Set.of("mail_outbox.subject", "mail_outbox.plain", "mail_outbox.html");
    assertThat(Traces.of(database, owner.memberName(), email))
        .allSatisfy(trace -> assertThat(lettersToOthers).contains(trace));
    assertThat(Traces.of(database, email)).isEmpty();
    assertThat(rooms.members().companies().company(company.id()).status())
        .isEqualTo(Company.Status.CLOSED);
    assertThat(rooms.listings().listings().mine(owner))
        .extracting(Listing::state)
        .containsOnly(Listing.State.WITHDRAWN);
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }

  @Test
  void keepsTheOnlyPersonOfACompanyWithAnOpenExchange() {
    Company company = alone(true);
    Actor owner = only(company);

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> leave(owner));

    assertThat(refusal.type()).isEqualTo(ProblemType.COMPANY_BOUND);
    assertThat(refusal.arguments()).containsEntry("company", company.name());
    assertThat(rooms.members().companies().member(owner.memberId()).name())
        .isEqualTo(owner.memberName());
  }

  @Test
  void keepsExchangesAndCyclesAsTheyAreForOthers() {
    Company company = alone(true);
    Actor leaver = only(company);
    Exchange exchange = rooms.exchanges().exchanges().page(leaver, 1).items().get(0);
    CompanyId neighbour =
        exchange.legs().stream()
            .filter(leg -> leg.receiver().equals(company.id()))
            .findFirst()
            .orElseThrow()
            .giver();
    Actor other = only(rooms.members().companies().company(neighbour));
    int cycles = rooms.cycles().cycles().mine(other).size();
    MemberId heir =
        rooms.members().seeds().member("heir@ronde.example", "Ida Morel", Locale.FRENCH);
    handOver(company.id(), heir);

    leave(leaver);
    rooms
        .notices()
        .notices()
        .tellMember(
            leaver.memberId(), Notices.Event.FRIEND_ASKED, Map.of("who", "Ida"), "/members");

    assertThat(rooms.exchanges().exchanges().exchange(other, exchange.id()).legs())
        .isEqualTo(exchange.legs());
    assertThat(rooms.exchanges().parties().contact(company.id()).people())
        .extracting(Parties.Person::name)
        .containsExactly("Ida Morel");
    assertThat(rooms.cycles().cycles().mine(other)).hasSize(cycles);
    assertThat(rooms.notices().board().unread(leaver.memberId())).isZero();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }

  private void handOver(CompanyId company, MemberId heir) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO membership (company_id, member_id, role, since)"
                            + " VALUES (:company, :heir, 'OWNER', UTC_TIMESTAMP(6))")
                    .bind("company", company)
                    .bind("heir", heir)
                    .execute());
  }

  @Test
  void leavesNoMemberOfTheDemoWorldBehindInAnyTable() {
    List<Company> companies = rooms.members().companies().approved();
    for (Company company : companies) {
      Person person = rooms.members().companies().people(company.id()).get(0);
      MemberId heir =
          rooms
              .members()
              .seeds()
              .member("heir-%s@ronde.example".formatted(company.id()), "Ida Morel", Locale.FRENCH);
      handOver(company.id(), heir);

      leave(actor(company, person));

      assertThat(Traces.of(database, person.email())).as(person.email()).isEmpty();
    }
  }
}
