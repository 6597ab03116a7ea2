package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ronde.members.House.HOME;
import static org.ronde.members.House.HUGO;
import static org.ronde.members.House.PASSWORD;
import static org.ronde.members.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private House house = new House(database);
  private Merges merges = house.members.merges();
  private Companies companies = house.members.companies();

  @BeforeEach
  void build() {
    house = new House(database);
    merges = house.members.merges();
    companies = house.members.companies();
  }

  @Test
  void makesOneAccountOfTwo() {
    CompanyId bakery = house.bakeryOfTwo();
    Secret session = house.session(HUGO);
    house.members.accounts().changePassword(house.actor(session), "", PASSWORD, session);
    String token = house.members.tokens().make(house.actor(session), "till", 30).token();
    MemberId old = house.member(HUGO);
    Actor hugo = house.hugoAtHome();

    merges.merge(hugo, house.mergeLink(hugo));

    assertThat(companies.people(bakery))
        .extracting(Person::name)
        .containsExactly("Paule Martin", "Hugo Roux-Martin");
    assertThat(companies.companiesOf(hugo.memberId())).containsExactly(bakery);
    assertThat(house.authenticate(new Credentials.Session(session.text()))).isEmpty();
    assertThat(house.authenticate(new Credentials.ApiToken(token))).isEmpty();
    assertRefused(
        ProblemType.WRONG_CREDENTIALS,
        () -> house.members.signIns().byPassword(HUGO, PASSWORD, House.FIREFOX));
    assertThat(companies.findMember(HUGO)).isEmpty();
    assertThat(Traces.of(database, HUGO)).isEmpty();
    assertThat(house.post.to(HUGO).template()).isEqualTo("members/merged");
    assertThat(companies.names(Set.of(old, hugo.memberId())))
        .containsEntry(old, "Hugo Roux-Martin")
        .containsEntry(hugo.memberId(), "Hugo Roux-Martin");
    assertThat(companies.members(Set.of(old)))
        .extracting(Person::id, Person::email)
        .containsExactly(tuple(old, HOME));
    assertThat(companies.member(old).id()).isEqualTo(hugo.memberId());
    assertThat(companies.current(old)).isEqualTo(hugo.memberId());
    assertThat(companies.current(hugo.memberId())).isEqualTo(hugo.memberId());
  }

  @Test
  void keepsTheGreaterRightInACompanyOfBoth() {
    CompanyId bakery = house.approved(House.bakery(), House.owner(HUGO), House.trader(HOME));
    Actor hugo = house.signedIn(HOME);

    merges.merge(hugo, house.mergeLink(hugo));

    assertThat(companies.people(bakery))
        .extracting(Person::id, Person::role)
        .containsExactly(tuple(hugo.memberId(), Actor.Role.OWNER));
  }

  @Test
  void asksThoseWhoListenAndTellsThemBeforeAndAfter() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);
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

    assertThat(heard).containsExactly(HUGO + " to " + HOME, "now " + HOME);
  }

  @Test
  void changesNothingWhenSomebodyWhoListensFails() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);
    merges.listen(
        new MergeListener() {
          @Override
          public void merged(MemberId from, MemberId into) {
            throw new IllegalStateException("no");
          }
        });

    assertThatThrownBy(() -> merges.merge(hugo, link)).hasMessage("no");

    assertThat(companies.findMember(HUGO)).isPresent();
    assertThat(companies.companiesOf(hugo.memberId())).isEmpty();
    assertThat(merges.plan(hugo, link).email()).isEqualTo(HUGO);
  }

  @Test
  void leadsFromEveryAccountThatWasEverJoinedToTheLast() {
    house.bakeryOfTwo();
    MemberId first = house.member(HUGO);
    Actor second = house.hugoAtHome();
    merges.merge(second, house.mergeLink(second));
    house.members.seeds().member("hugo@third.example", "Hugo Trois", Locale.ENGLISH);
    Actor third = house.signedIn("hugo@third.example");
    merges.ask(third, HOME, Locale.ENGLISH, House.FIREFOX);

    merges.merge(third, house.post.secret(HOME));

    assertThat(companies.current(first)).isEqualTo(third.memberId());
    assertThat(companies.names(Set.of(first, second.memberId())))
        .containsOnlyKeys(first, second.memberId())
        .containsValue("Hugo Trois");
  }

  @Test
  void erasesWhatStandsUnderTheOtherAccountTogetherWithTheOneThatGoesOn() {
    house.bakeryOfTwo();
    MemberId old = house.member(HUGO);
    Actor hugo = house.hugoAtHome();
    merges.merge(hugo, house.mergeLink(hugo));
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

    house.members.departures().leave(house.signedIn(HOME), HOME, "");

    assertThat(leaving).containsExactly(hugo.memberId(), old);
    assertThat(left).containsExactly(hugo.memberId(), old);
    assertThat(companies.names(Set.of(old, hugo.memberId()))).isEmpty();
    assertThat(companies.member(old).left()).isTrue();
    assertThat(Traces.of(database, HUGO, HOME, "Hugo Roux")).isEmpty();
  }

  @Test
  void endsOpenInvitationsToTheOtherAddressBecauseTheyWouldSignIn() {
    house.bakeryOfTwo();
    CompanyId brewery = house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    house
        .members
        .invitations()
        .invite(house.signedIn("jan@brouwerij.example"), HUGO, Actor.Role.TRADER);
    Secret invitation = house.post.secret(HUGO);
    Actor hugo = house.hugoAtHome();

    merges.merge(hugo, house.mergeLink(hugo));

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
