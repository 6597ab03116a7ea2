package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;
import org.ronde.mail.Letter;

@Tag("database")
class MergesTest {
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
  void answersTheSameWhetherOrNotThereIsAnAccount() {
    bakery();
    Actor hugo = hugo();

    merges.ask(hugo, "nobody@home.example", Locale.ENGLISH, House.FIREFOX);
    merges.ask(hugo, " Hugo@Boulangerie.example ", Locale.ENGLISH, House.FIREFOX);

    assertThat(house.post.to("nobody@home.example").template()).isEqualTo("members/merge-nothing");
    assertThat(house.post.to(OLD).template()).isEqualTo("members/merge");
    assertThat(mergeLinks()).isOne();
  }

  private int mergeLinks() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM link WHERE purpose = 'MERGE'")
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void joinsOnceWhenAskedTwiceAtTheSameTime() throws Exception {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both =
          List.of(
              two.submit(() -> merges.merge(hugo, link)),
              two.submit(() -> merges.merge(hugo, link)));
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      two.shutdownNow();
    }

    assertThat(house.post.all().stream().map(Letter::template).filter("members/merged"::equals))
        .hasSize(1);
    assertThat(merges.done(hugo, link)).isTrue();
  }

  @Test
  void refusesWhatIsNoOtherAddress() {
    bakery();
    Actor hugo = hugo();

    assertFault(
        "email",
        "members.fault.email",
        () -> merges.ask(hugo, "hugo", Locale.ENGLISH, House.FIREFOX));
    assertFault(
        "email",
        "members.fault.sameAccount",
        () -> merges.ask(hugo, NEW, Locale.ENGLISH, House.FIREFOX));
  }

  @Test
  void countsTheMailsOfKnownAndUnknownAddressesAlike() {
    bakery();
    Actor hugo = hugo();
    for (String address : List.of(OLD, "nobody@home.example")) {
      for (int i = 0; i < SignInSettings.defaults().mailsPerAccount(); i++) {
        merges.ask(hugo, address, Locale.ENGLISH, House.FIREFOX);
      }

      assertRefused(
          ProblemType.TOO_MANY_REQUESTS,
          () -> merges.ask(hugo, address, Locale.ENGLISH, House.FIREFOX));
    }
  }

  @Test
  void needsABrowserThatIsSignedIn() {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);
    Actor program = new Actor(hugo.memberId(), hugo.memberName(), hugo.locale(), false, null, null);

    assertRefused(
        ProblemType.SESSION_NEEDED, () -> merges.ask(program, OLD, Locale.ENGLISH, House.FIREFOX));
    assertRefused(ProblemType.SESSION_NEEDED, () -> merges.plan(program, link));
    assertRefused(ProblemType.SESSION_NEEDED, () -> merges.merge(program, link));
  }

  @Test
  void letsNobodyButTheOneWhoAskedUseTheLink() {
    bakery();
    Secret link = asked(hugo());
    Actor old = house.signedIn(OLD);
    Actor paule = house.signedIn(PAULE);

    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.plan(old, link));
    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.merge(old, link));
    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.merge(paule, link));
    assertThat(merges.plan(house.signedIn(NEW), link).email()).isEqualTo(OLD);
  }

  @Test
  void changesNothingByLookingAndIsDoneOnce() {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);

    assertThat(merges.plan(hugo, link))
        .isEqualTo(new Merges.Plan("Hugo Roux", OLD, List.of("Boulangerie Paul"), List.of()));
    assertThat(merges.done(hugo, link)).isFalse();
    assertThat(companies.findMember(OLD)).isPresent();
    merges.merge(hugo, link);
    int letters = house.post.all().size();
    merges.merge(hugo, link);

    assertThat(merges.done(hugo, link)).isTrue();
    assertThat(house.post.all()).hasSize(letters);
    assertRefused(ProblemType.LINK_USED, () -> merges.plan(hugo, link));
    assertRefused(ProblemType.LINK_USED, () -> merges.merge(house.signedIn(PAULE), link));
  }

  @Test
  void takesNoLinkThatIsOldOrGoodForOtherThings() {
    bakery();
    Actor hugo = hugo();
    house.members.signIns().requestReset(OLD, Locale.ENGLISH, House.FIREFOX);
    Secret reset = house.post.secret(OLD);
    Secret link = asked(hugo);
    database.clock().advance(Duration.ofHours(25));
    Actor later = house.signedIn(NEW);

    assertRefused(ProblemType.LINK_USED, () -> merges.plan(later, reset));
    assertRefused(ProblemType.LINK_USED, () -> merges.merge(later, link));
    assertThat(companies.findMember(OLD)).isPresent();
  }

  @Test
  void aNewPasswordOfTheOtherAccountEndsTheLink() {
    bakery();
    Actor hugo = hugo();
    Secret link = asked(hugo);
    Secret session = house.session(OLD);

    house.members.accounts().changePassword(house.actor(session), "", PASSWORD, session);

    assertRefused(ProblemType.LINK_USED, () -> merges.merge(hugo, link));
  }

  @Test
  void neverTouchesAnOperatorsAccount() {
    bakery();
    Actor olga = house.operator();
    merges.ask(olga, OLD, Locale.ENGLISH, House.FIREFOX);
    Secret ofOperator = house.post.secret(OLD);
    Actor hugo = hugo();
    merges.ask(hugo, "olga@ronde.example", Locale.ENGLISH, House.FIREFOX);
    Secret toOperator = house.post.secret("olga@ronde.example");

    assertThat(merges.plan(olga, ofOperator).obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Obstacle.Kind.OPERATOR);
    assertRefused(ProblemType.ACCOUNTS_TIED, () -> merges.merge(olga, ofOperator));
    assertRefused(ProblemType.ACCOUNTS_TIED, () -> merges.merge(hugo, toOperator));
  }

  @Test
  void letsOneOfTwoCrossedMergesWinAndEndsTheOther() {
    bakery();
    Actor hugo = hugo();
    Secret there = asked(hugo);
    Actor old = house.signedIn(OLD);
    merges.ask(old, NEW, Locale.ENGLISH, House.FIREFOX);
    Secret back = house.post.secret(NEW);

    merges.merge(hugo, there);

    assertRefused(ProblemType.LINK_USED, () -> merges.merge(old, back));
    assertThat(companies.findMember(NEW)).isPresent();
  }
}
