package org.ronde.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.challenges.ChallengeListener.Kind.LAUNCHED;
import static org.ronde.challenges.ChallengeListener.Kind.REVOKED;
import static org.ronde.challenges.ChallengeListener.Kind.VALIDATED;
import static org.ronde.social.Village.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;
import org.ronde.social.Stream.Scope;

@Tag("database")
class StreamTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Village village = new Village(database);
  private final Stream stream = village.stream;
  private final Actor anne = village.member("Anne");
  private final Actor bruno = village.member("Bruno");
  private final Actor zoe = village.member("Zoé");

  private List<Happening> around(Actor reader) {
    return stream.page(reader, Scope.AROUND_ME, null).happenings();
  }

  private List<Happening> everywhere(Actor reader) {
    return stream.page(reader, Scope.EVERYWHERE, null).happenings();
  }

  @Test
  void tellsFriendsAndColleaguesWhatIsOpenToAll() {
    Actor chloe = village.member("Chloé");
    village.befriend(anne, bruno);
    village.hire(anne, chloe);
    village.happens(VALIDATED, true, bruno);
    village.happens(LAUNCHED, true, chloe);
    village.happens(LAUNCHED, true, zoe);

    assertThat(around(anne)).extracting(Happening::who).containsExactly("Chloé", "Bruno");
    assertThat(around(zoe)).extracting(Happening::who).containsExactly("Zoé");
    assertThat(everywhere(anne)).hasSize(3);
  }

  @Test
  void keepsWhatIsNotOpenAmongItsPeople() {
    village.befriend(anne, bruno);
    village.happens(LAUNCHED, false, bruno, zoe);

    assertThat(around(zoe)).hasSize(1);
    assertThat(around(bruno)).hasSize(1);
    assertThat(around(anne)).isEmpty();
    assertThat(everywhere(anne)).isEmpty();
    HappeningId id = around(zoe).get(0).id();
    assertThat(refused(() -> stream.talk(anne, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> stream.applaud(anne, id))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> stream.comment(anne, id, "Hm."))).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void applaudsOnceWhateverIsRepeatedAndNeverOneself() {
    village.happens(VALIDATED, true, bruno);
    HappeningId id = around(bruno).get(0).id();
    for (int i = 0; i < 3; i++) {
      stream.applaud(anne, id);
      stream.applaud(bruno, id);
    }
    stream.applaud(zoe, id);

    assertThat(everywhere(anne).get(0).applause()).isEqualTo(2);
    assertThat(everywhere(anne).get(0).applauded()).isTrue();
    assertThat(village.told(bruno)).containsExactly("Anne applauds you");
    stream.hush(anne, id);
    assertThat(everywhere(anne).get(0).applauded()).isFalse();
  }

  @Test
  void keepsCommentsUntilTheyAreTakenBackOrHidden() {
    village.happens(VALIDATED, true, bruno);
    HappeningId id = around(bruno).get(0).id();
    CommentId first = stream.comment(anne, id, " Bravo ! ");
    CommentId second = stream.comment(zoe, id, "Ten? Nine!");
    assertThat(refused(() -> stream.takeBack(anne, id, second))).isEqualTo(ProblemType.NOT_FOUND);
    stream.comments().hide(second.value(), new MemberId(second.value()));

    assertThat(stream.talk(bruno, id).comments())
        .extracting(Happening.Comment::words)
        .containsExactly("Bravo !", "");
    assertThat(stream.talk(zoe, id).comments())
        .extracting(Happening.Comment::words)
        .containsExactly("Bravo !", "Ten? Nine!");
    stream.comments().restore(second.value());
    stream.takeBack(anne, id, first);
    assertThat(stream.talk(bruno, id).comments())
        .extracting(Happening.Comment::words)
        .containsExactly("Ten? Nine!");
    assertThat(stream.comments().content(anne, second.value())).isPresent();
    assertThat(stream.comments().content(anne, first.value())).isEmpty();
    assertThat(refused(() -> stream.comment(anne, id, " "))).isEqualTo(ProblemType.INVALID);
    assertThat(refused(() -> stream.comment(anne, id, "x".repeat(1001))))
        .isEqualTo(ProblemType.INVALID);
  }

  @Test
  void letsNobodyFloodTheStream() {
    village.happens(VALIDATED, true, bruno);
    HappeningId id = around(bruno).get(0).id();
    for (int i = 0; i < Stream.COMMENTS_A_DAY_MAX; i++) {
      stream.comment(bruno, id, "Again!");
    }

    assertThat(refused(() -> stream.comment(bruno, id, "Again!")))
        .isEqualTo(ProblemType.ENOUGH_FOR_TODAY);
  }

  @Test
  void forgetsASuccessThatIsTakenBackAndAChallengeThatIsHidden() {
    ChallengeId first = village.happens(VALIDATED, true, bruno);
    ChallengeId second = village.happens(LAUNCHED, true, zoe);
    village.happens(first, VALIDATED, true, anne);
    village.happens(first, REVOKED, true, bruno);

    assertThat(everywhere(zoe)).extracting(Happening::who).containsExactly("Anne", "Zoé");
    stream.hide(second);
    assertThat(everywhere(zoe)).extracting(Happening::who).containsExactly("Anne");
  }

  @Test
  void turnsItsPagesWithoutLosingOrRepeating() {
    for (int i = 0; i < 45; i++) {
      village.happens(LAUNCHED, true, bruno);
    }
    Set<HappeningId> seen = new HashSet<>();
    HappeningId before = null;
    int pages = 0;
    do {
      Stream.Page page = stream.page(anne, Scope.EVERYWHERE, before);
      page.happenings().forEach(happening -> assertThat(seen.add(happening.id())).isTrue());
      before = page.before();
      pages++;
    } while (before != null);

    assertThat(seen).hasSize(45);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void forgetsWhoLeaves() {
    village.befriend(anne, bruno);
    village.happens(VALIDATED, true, bruno);
    village.happens(VALIDATED, true, anne);
    HappeningId id = around(anne).get(0).id();
    stream.comment(bruno, id, "Bravo !");
    stream.applaud(bruno, id);
    village.leave(bruno);

    assertThat(everywhere(zoe)).extracting(Happening::who).containsExactly("Anne");
    assertThat(stream.talk(anne, id).comments()).isEmpty();
    assertThat(stream.talk(anne, id).happening().applause()).isZero();
    assertThat(village.friends.of(anne.memberId())).isEmpty();
  }
}
