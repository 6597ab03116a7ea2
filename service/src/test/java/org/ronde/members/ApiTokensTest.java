package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertFault;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Credentials;
import org.ronde.http.ProblemType;

@Tag("database")
class ApiTokensTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";

  private House house = new House(database);
  private ApiTokens tokens = house.members.tokens();
  private Actor paule = org.ronde.http.TestServer.operator();

  @BeforeEach
  void build() {
    house = new House(database);
    tokens = house.members.tokens();
    house.approvedBakery();
    paule = house.signedIn(PAULE);
  }

  private Optional<Actor> asking(String token) {
    return house.members.signIns().authenticate(new Credentials.ApiToken(token));
  }

  @Test
  void actsForItsMemberAndTheCompanyOfItsMaking() {
    ApiTokens.Made made = tokens.make(paule, "Accounting", 30);

    assertThat(made.token()).matches("rnd_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    Actor program = asking(made.token()).orElseThrow();
    assertThat(program.memberId()).isEqualTo(paule.memberId());
    assertThat(program.companyId()).isEqualTo(paule.companyId());
    assertThat(program.session()).isNull();
    assertThat(tokens.live(paule))
        .singleElement()
        .satisfies(
            token -> {
              assertThat(made.token()).startsWith("rnd_" + token.prefix());
              assertThat(token.usedAt()).isNotNull();
            });
  }

  @Test
  void diesAtItsEndAndWhenRevoked() {
    ApiTokens.Made shortLived = tokens.make(paule, "One day", 1);
    ApiTokens.Made revoked = tokens.make(paule, "Revoked", 365);

    tokens.revoke(paule, revoked.id());
    database.clock().advance(Duration.ofHours(25));

    assertThat(asking(revoked.token())).isEmpty();
    assertThat(asking(shortLived.token())).isEmpty();
    assertThat(tokens.live(paule)).isEmpty();
    assertRefused(ProblemType.NOT_FOUND, () -> tokens.revoke(paule, revoked.id()));
  }

  @Test
  void isNotRevokedByOthers() {
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));
    ApiTokens.Made made = tokens.make(paule, "Accounting", 30);

    assertRefused(
        ProblemType.NOT_FOUND,
        () -> tokens.revoke(house.signedIn("jan@brouwerij.example"), made.id()));
  }

  @Test
  void makesNoOtherToken() {
    Actor program = asking(tokens.make(paule, "Accounting", 30).token()).orElseThrow();

    assertRefused(ProblemType.SESSION_NEEDED, () -> tokens.make(program, "Another", 30));
  }

  @Test
  void takesANameOnceAndAYearAtMost() {
    tokens.make(paule, "Accounting", 365);

    assertFault("name", "members.fault.tokenNameTaken", () -> tokens.make(paule, "Accounting", 30));
    assertFault("name", "members.fault.tokenName", () -> tokens.make(paule, " ", 30));
    assertFault("days", "members.fault.tokenDays", () -> tokens.make(paule, "Long", 366));
    assertFault("days", "members.fault.tokenDays", () -> tokens.make(paule, "None", 0));
  }

  @Test
  void stopsAtFiftyLiveTokens() {
    for (int token = 0; token < 50; token++) {
      tokens.make(paule, "Token " + token, 30);
    }

    assertFault("name", "members.fault.tokensMax", () -> tokens.make(paule, "One more", 30));
  }

  @Test
  void losesItsCompanyWithItsMember() {
    ApiTokens.Made made = tokens.make(paule, "Accounting", 30);

    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM membership"));

    assertThat(asking(made.token()).orElseThrow().findActing()).isEmpty();
  }
}
