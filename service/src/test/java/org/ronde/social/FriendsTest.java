package org.ronde.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.social.Village.refused;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.MemberId;
import org.ronde.social.Friends.Bond;
import org.ronde.social.Profile.Audience;
import org.ronde.social.Profile.Part;

@Tag("database")
class FriendsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);
  private final Friends friends = village.friends;
  private final Profiles profiles = village.profiles;
  private final Actor anne = village.member("Anne");
  private final Actor bruno = village.member("Bruno");

  @Test
  void areFriendsOnceBothSaidSo() {
    friends.ask(anne, bruno.memberId());
    friends.ask(anne, bruno.memberId());
    assertThat(friends.bond(anne, bruno.memberId())).isEqualTo(Bond.ASKED);
    assertThat(friends.bond(bruno, anne.memberId())).isEqualTo(Bond.ASKS);
    assertThat(friends.of(anne.memberId())).isEmpty();
    friends.ask(bruno, anne.memberId());

    assertThat(friends.of(anne.memberId())).containsExactly(bruno.memberId());
    assertThat(friends.of(bruno.memberId())).containsExactly(anne.memberId());
    assertThat(village.told(bruno)).containsExactly("Anne would like to be your friend");
    assertThat(village.told(anne)).containsExactly("Bruno and you are friends");
  }

  @Test
  void endWithoutAWord() {
    village.befriend(anne, bruno);
    friends.end(bruno, anne.memberId());
    friends.end(bruno, anne.memberId());

    assertThat(friends.mine(anne)).isEmpty();
    assertThat(village.told(anne)).hasSize(1);
  }

  @Test
  void areNotOneselfNorNobody() {
    assertThat(refused(() -> friends.ask(anne, anne.memberId()))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> friends.ask(anne, new MemberId(village.ids.next()))))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void areNotCollectedByTheHundred() {
    for (int i = 0; i < Friends.ASKED_A_DAY_MAX; i++) {
      friends.ask(anne, village.member("Member " + i).memberId());
    }

    assertThat(refused(() -> friends.ask(anne, bruno.memberId())))
        .isEqualTo(ProblemType.ENOUGH_FOR_TODAY);
    friends.ask(bruno, anne.memberId());
    friends.ask(anne, bruno.memberId());
    assertThat(friends.of(anne.memberId())).containsExactly(bruno.memberId());
  }

  @Test
  void showsEachPartToItsOwnAudience() {
    profiles.change(
        bruno,
        new Profile(
            "Runs, and throws.",
            Map.of(
                Part.PRACTICES, Audience.PUBLIC,
                Part.CHALLENGES, Audience.MEMBERS,
                Part.GALLERY, Audience.PRIVATE,
                Part.POINTS, Audience.PRIVATE)));

    assertThat(profiles.page(null, bruno.memberId(), Locale.ENGLISH).parts())
        .containsOnlyKeys(Part.PRACTICES);
    Profiles.Page forAnne = profiles.page(anne, bruno.memberId(), Locale.ENGLISH);
    assertThat(forAnne.parts()).containsOnlyKeys(Part.PRACTICES, Part.CHALLENGES);
    assertThat(forAnne.months()).isEmpty();
    assertThat(profiles.page(bruno, bruno.memberId(), Locale.ENGLISH).parts())
        .containsOnlyKeys(Part.values());
  }

  @Test
  void showsNothingToStrangersUnlessTheMemberSaysSo() {
    assertThat(refused(() -> profiles.page(null, bruno.memberId(), Locale.ENGLISH)))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(profiles.page(anne, bruno.memberId(), Locale.ENGLISH).parts())
        .containsOnlyKeys(Part.values());
    assertThat(refused(() -> profiles.change(bruno, new Profile("x".repeat(501), Map.of()))))
        .isEqualTo(ProblemType.INVALID);
    village.leave(bruno);
    assertThat(refused(() -> profiles.page(anne, bruno.memberId(), Locale.ENGLISH)))
        .isEqualTo(ProblemType.NOT_FOUND);
  }
}
