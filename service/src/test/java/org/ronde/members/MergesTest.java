package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.House.HOME;
import static org.ronde.members.House.HUGO;
import static org.ronde.members.House.PASSWORD;
import static org.ronde.members.House.PAULE;
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
import org.ronde.mail.Letter;

@Tag("database")
class MergesTest {
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
  void answersTheSameWhetherOrNotThereIsAnAccount() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();

    merges.ask(hugo, "nobody@home.example", Locale.ENGLISH, House.FIREFOX);
    merges.ask(hugo, " Hugo@Boulangerie.example ", Locale.ENGLISH, House.FIREFOX);

    assertThat(house.post.to("nobody@home.example").template()).isEqualTo("members/merge-nothing");
    assertThat(house.post.to(HUGO).template()).isEqualTo("members/merge");
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
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);
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
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();

    assertFault(
        "email",
        "members.fault.email",
        () -> merges.ask(hugo, "hugo", Locale.ENGLISH, House.FIREFOX));
    assertFault(
        "email",
        "members.fault.sameAccount",
        () -> merges.ask(hugo, HOME, Locale.ENGLISH, House.FIREFOX));
  }

  @Test
  void countsTheMailsOfKnownAndUnknownAddressesAlike() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    for (String address : List.of(HUGO, "nobody@home.example")) {
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
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);
    Actor program = new Actor(hugo.memberId(), hugo.memberName(), hugo.locale(), false, null, null);

    assertRefused(
        ProblemType.SESSION_NEEDED, () -> merges.ask(program, HUGO, Locale.ENGLISH, House.FIREFOX));
    assertRefused(ProblemType.SESSION_NEEDED, () -> merges.plan(program, link));
    assertRefused(ProblemType.SESSION_NEEDED, () -> merges.merge(program, link));
  }

  @Test
  void letsNobodyButTheOneWhoAskedUseTheLink() {
    house.bakeryOfTwo();
    Secret link = house.mergeLink(house.hugoAtHome());
    Actor old = house.signedIn(HUGO);
    Actor paule = house.signedIn(PAULE);

    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.plan(old, link));
    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.merge(old, link));
    assertRefused(ProblemType.OTHER_ACCOUNT, () -> merges.merge(paule, link));
    assertThat(merges.plan(house.signedIn(HOME), link).email()).isEqualTo(HUGO);
  }

  @Test
  void changesNothingByLookingAndIsDoneOnce() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);

    assertThat(merges.plan(hugo, link))
        .isEqualTo(new Merges.Plan("Hugo Roux", HUGO, List.of("Boulangerie Paul"), List.of()));
    assertThat(merges.done(hugo, link)).isFalse();
    assertThat(companies.findMember(HUGO)).isPresent();
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
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    house.members.signIns().requestReset(HUGO, Locale.ENGLISH, House.FIREFOX);
    Secret reset = house.post.secret(HUGO);
    Secret link = house.mergeLink(hugo);
    database.clock().advance(Duration.ofHours(25));
    Actor later = house.signedIn(HOME);

    assertRefused(ProblemType.LINK_USED, () -> merges.plan(later, reset));
    assertRefused(ProblemType.LINK_USED, () -> merges.merge(later, link));
    assertThat(companies.findMember(HUGO)).isPresent();
  }

  @Test
  void aNewPasswordOfTheOtherAccountEndsTheLink() {
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret link = house.mergeLink(hugo);
    Secret session = house.session(HUGO);

    house.members.accounts().changePassword(house.actor(session), "", PASSWORD, session);

    assertRefused(ProblemType.LINK_USED, () -> merges.merge(hugo, link));
  }

  @Test
  void neverTouchesAnOperatorsAccount() {
    house.bakeryOfTwo();
    Actor olga = house.operator();
    merges.ask(olga, HUGO, Locale.ENGLISH, House.FIREFOX);
    Secret ofOperator = house.post.secret(HUGO);
    Actor hugo = house.hugoAtHome();
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
    house.bakeryOfTwo();
    Actor hugo = house.hugoAtHome();
    Secret there = house.mergeLink(hugo);
    Actor old = house.signedIn(HUGO);
    merges.ask(old, HOME, Locale.ENGLISH, House.FIREFOX);
    Secret back = house.post.secret(HOME);

    merges.merge(hugo, there);

    assertRefused(ProblemType.LINK_USED, () -> merges.merge(old, back));
    assertThat(companies.findMember(HOME)).isPresent();
  }
}
