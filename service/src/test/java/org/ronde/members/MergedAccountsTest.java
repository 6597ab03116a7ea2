package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ronde.members.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** What becomes of two accounts that are made one. */
@Tag("database")
class MergedAccountsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String OLD = "hugo@boulangerie.example";
  private static final String NEW = "hugo@home.example";
  private static final String PAULE = "paule@boulangerie.example";
  private static final String PASSWORD = "sept hiboux lisent le cadastre";

  private House house = new House(database);
  private Merges merges = house.members.merges();
  private Companies companies = house.members.companies();

  @BeforeEach
  void build() {
    house = new House(database);
    merges = house.members.merges();
    companies = house.members.companies();
  }

  private CompanyId bakery() {
    return house.approved(House.bakery(), House.owner(PAULE), House.trader(OLD));
  }

  private Actor hugo() {
    house.members.seeds().member(NEW, "Hugo Roux-Martin", Locale.ENGLISH);
    return house.signedIn(NEW);
  }

  /** The link that goes to the old address. */
  private Secret asked(Actor actor) {
    merges.ask(actor, OLD, Locale.ENGLISH, House.FIREFOX);
    return house.post.secret(OLD);
  }

  @Test
  void makesOneAccountOfTwo() {
    CompanyId bakery = bakery();
    Secret session = house.session(OLD);
    house.members.accounts().changePassword(house.actor(session), "", PASSWORD, session);
    String token = house.members.tokens().make(house.actor(session), "till", 30).token();
    MemberId old = house.member(OLD);
    Actor hugo = hugo();

    merges.merge(hugo, asked(hugo));

    assertThat(companies.people(bakery))
        .extracting(Person::name)
        .containsExactly("Paule Martin", "Hugo Roux-Martin");
    assertThat(companies.companiesOf(hugo.memberId())).containsExactly(bakery);
    assertThat(authenticate(new Credentials.Session(session.text()))).isEmpty();
    assertThat(authenticate(new Credentials.ApiToken(token))).isEmpty();
    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () -> house.members.signIns().byPassword(OLD, PASSWORD, House.FIREFOX));
    assertThat(companies.findMember(OLD)).isEmpty();
    assertThat(Traces.of(database, OLD)).isEmpty();
    assertThat(house.post.to(OLD).template()).isEqualTo("members/merged");
    assertThat(companies.names(Set.of(old, hugo.memberId())))
        .containsEntry(old, "Hugo Roux-Martin")
        .containsEntry(hugo.memberId(), "Hugo Roux-Martin");
    assertThat(companies.members(Set.of(old)))
        .extracting(Person::id, Person::email)
        .containsExactly(tuple(old, NEW));
    assertThat(companies.member(old).id()).isEqualTo(hugo.memberId());
    assertThat(companies.current(old)).isEqualTo(hugo.memberId());
    assertThat(companies.current(hugo.memberId())).isEqualTo(hugo.memberId());
  }

  private Optional<Actor> authenticate(Credentials credentials) {
    return house.members.signIns().authenticate(credentials);
  }

  @Test
  void keepsTheGreaterRightInACompanyOfBoth() {
    CompanyId bakery = house.approved(House.bakery(), House.owner(OLD), House.trader(NEW));
    Actor hugo = house.signedIn(NEW);

    merges.merge(hugo, asked(hugo));

    assertThat(companies.people(bakery))
        .extracting(Person::id, Person::role)
        .containsExactly(tuple(hugo.memberId(), Actor.Role.OWNER));
  }

  @Test
  void asksThoseWhoListenAndTellsThemBeforeAndAfter() {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);
    Obstacle duel = new Obstacle(Obstacle.Kind.SHARED_CHALLENGE, "Hop", "/challenges/1");
    List<Obstacle> inTheWay = new ArrayList<>(List.of(duel));
    List<String> heard = new ArrayList<>();
    merges.listen(
        new MergeListener() {
          @Override
          public List<Obstacle> obstacles(Person from, Person into) {
            return inTheWay;
          }

          @Override
          public void merging(Person from, Person into) {
            heard.add(from.email() + " to " + into.email());
          }

          @Override
          public void merged(MemberId from, MemberId into) {
            heard.add("now " + companies.member(from).email());
          }
        });

    assertThat(merges.plan(hugo, link).obstacles()).containsExactly(duel);
    assertRefused(ProblemType.ACCOUNTS_TIED, () -> merges.merge(hugo, link));
    assertThat(heard).isEmpty();
    inTheWay.clear();
    merges.merge(hugo, link);

    assertThat(heard).containsExactly(OLD + " to " + NEW, "now " + NEW);
  }

  @Test
  void changesNothingWhenSomebodyWhoListensFails() {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);
    merges.listen(
        new MergeListener() {
          @Override
          public void merged(MemberId from, MemberId into) {
            throw new IllegalStateException("no");
          }
        });

    assertThatThrownBy(() -> merges.merge(hugo, link)).hasMessage("no");

    assertThat(companies.findMember(OLD)).isPresent();
    assertThat(companies.companiesOf(hugo.memberId())).isEmpty();
    assertThat(merges.plan(hugo, link).email()).isEqualTo(OLD);
  }

  @Test
  void leadsFromEveryAccountThatWasEverJoinedToTheLast() {
    bakery();
    MemberId first = house.member(OLD);
    Actor second = hugo();
    merges.merge(second, asked(second));
    house.members.seeds().member("hugo@third.example", "Hugo Trois", Locale.ENGLISH);
    Actor third = house.signedIn("hugo@third.example");
    merges.ask(third, NEW, Locale.ENGLISH, House.FIREFOX);

    merges.merge(third, house.post.secret(NEW));

    assertThat(companies.current(first)).isEqualTo(third.memberId());
    assertThat(companies.names(Set.of(first, second.memberId())))
        .containsOnlyKeys(first, second.memberId())
        .containsValue("Hugo Trois");
  }

  @Test
  void erasesWhatStandsUnderTheOtherAccountTogetherWithTheOneThatGoesOn() {
    bakery();
    MemberId old = house.member(OLD);
    Actor hugo = hugo();
    merges.merge(hugo, asked(hugo));
    List<MemberId> leaving = new ArrayList<>();
    List<MemberId> left = new ArrayList<>();
    house
        .members
        .departures()
        .listen(
            new MemberListener() {
              @Override
              public void leaving(Person member) {
                leaving.add(member.id());
              }

              @Override
              public void left(MemberId member) {
                left.add(member);
              }
            });

    house.members.departures().leave(house.signedIn(NEW), NEW, "");

    assertThat(leaving).containsExactly(hugo.memberId(), old);
    assertThat(left).containsExactly(hugo.memberId(), old);
    assertThat(companies.names(Set.of(old, hugo.memberId()))).isEmpty();
    assertThat(companies.member(old).left()).isTrue();
    assertThat(Traces.of(database, OLD, NEW, "Hugo Roux")).isEmpty();
  }

  @Test
  void endsOpenInvitationsToTheOtherAddressBecauseTheyWouldSignIn() {
    bakery();
    CompanyId brewery = house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    house
        .members
        .invitations()
        .invite(house.signedIn("jan@brouwerij.example"), OLD, Actor.Role.TRADER);
    Secret invitation = house.post.secret(OLD);
    Actor hugo = hugo();

    merges.merge(hugo, asked(hugo));

    assertThat(house.members.invitations().open(brewery)).isEmpty();
    assertRefused(
        ProblemType.LINK_USED,
        () ->
            house
                .members
                .invitations()
                .invitation(house.members.doorway().links().link(invitation)));
  }
}
