package org.ronde.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;

@Tag("database")
class PeopleTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Studio studio = new Studio(database);
  private final Actor lea = studio.member("Léa");
  private final Actor max = studio.member("Max");
  private final Actor stranger = studio.member("Stranger");
  private EvidenceId id = new EvidenceId(studio.ids.next());
  private FileId item = new FileId(studio.ids.next());

  @BeforeEach
  void sendAPhoto() {
    id = studio.striped(lea, max);
    item = studio.item(lea, id);
  }

  /** Whether stripes can still be seen in the upper left corner, where people are marked. */
  private boolean clear(@Nullable Actor reader, boolean small) {
    FileId file = studio.proofs.sight().findFile(reader, id, item, small).orElseThrow();
    try {
      return contrast(ImageIO.read(studio.files.read(file, 0)), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contrast(BufferedImage image, int left) {
    int light = 0;
    int dark = 255;
    for (int x = left; x < left + image.getWidth() / 4; x++) {
      int value = image.getRGB(x, image.getHeight() / 8) & 0xff;
      light = Math.max(light, value);
      dark = Math.min(dark, value);
    }
    return light - dark > 200;
  }

  private static ProblemType refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    return catchThrowableOfType(Refusal.class, attempt).type();
  }

  private Mark max() {
    return new Mark(max.memberId(), "", "", Locale.ENGLISH, false, Box.around(List.of(0, 1, 6, 7)));
  }

  @AfterEach
  void leavesEveryInvariantTrue() {
    assertThat(studio.broken()).isEmpty();
  }

  @Test
  void blursSomebodyForOutsidersUntilTheySayYes() {
    PersonId person = studio.people.mark(lea, id, item, max());
    studio.show(lea, id, Audience.PUBLIC, false);

    for (Actor outside : new Actor[] {stranger, null}) {
      assertThat(clear(outside, false)).isFalse();
      assertThat(clear(outside, true)).isFalse();
    }
    assertThat(clear(lea, false)).isTrue();
    assertThat(clear(max, false)).isTrue();
    assertThat(studio.proofs.proof(null, id).items().get(0).blurred()).isTrue();

    studio.people.answer(max, person, Answer.YES);

    assertThat(clear(null, false)).isTrue();
    assertThat(studio.told)
        .containsExactly("Max is asked by Léa at /evidence/asked/" + person, "Léa hears of Max");
  }

  @Test
  void showsAPictureToNobodyElseUntilItIsDrawn() {
    studio.show(lea, id, Audience.PUBLIC, true);

    database
        .transactions()
        .run(
            () -> {
              studio.people.mark(lea, id, item, max());

              assertThat(studio.proofs.sight().findFile(null, id, item, false)).isEmpty();
              assertThat(studio.proofs.proof(null, id).withheld()).isEqualTo(1);
              assertThat(clear(max, false)).isTrue();
            });

    assertThat(clear(null, false)).isFalse();
    assertThat(studio.proofs.proof(null, id).withheld()).isZero();
  }

  @Test
  void drawsNothingAnewForSomebodyWhoWasBlurredAlreadyAndWishesToBe() {
    PersonId person = studio.people.mark(lea, id, item, max());
    List<String> drawn = studio.values("SELECT HEX(shown_large_file) FROM evidence_item");

    studio.people.answer(max, person, Answer.BLUR);

    assertThat(studio.values("SELECT HEX(shown_large_file) FROM evidence_item")).isEqualTo(drawn);
    assertThat(drawn).doesNotContainNull();
  }

  @Test
  void drawsLaterWhatAProcessLeftUndone() {
    studio.people.mark(lea, id, item, max());
    studio.show(lea, id, Audience.PUBLIC, false);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE evidence_item SET shown_large_file = NULL, shown_small_file = NULL"));

    assertThat(studio.proofs.drawMissing()).isEqualTo(1);

    assertThat(clear(null, false)).isFalse();
    assertThat(studio.proofs.drawMissing()).isZero();
  }

  @Test
  void withdrawsAYesAtAnyTime() {
    PersonId person = studio.people.mark(lea, id, item, max());
    studio.show(lea, id, Audience.PUBLIC, false);
    studio.people.answer(max, person, Answer.YES);

    studio.people.answer(max, person, Answer.BLUR);

    assertThat(clear(null, false)).isFalse();
    assertThat(studio.values("SELECT answer FROM evidence_answer ORDER BY answer_id"))
        .containsExactly("YES", "BLUR");
  }

  @Test
  void takesAPictureAwayFromOutsidersWhenSomebodyWishesSo() {
    PersonId person = studio.people.mark(lea, id, item, max());
    studio.show(lea, id, Audience.PUBLIC, false);

    studio.people.answer(max, person, Answer.REMOVE);

    Proof outside = studio.proofs.proof(null, id);
    assertThat(outside.items()).isEmpty();
    assertThat(outside.withheld()).isEqualTo(1);
    assertThat(studio.proofs.sight().findFile(null, id, item, false)).isEmpty();
    assertThat(studio.proofs.proof(max, id).items()).hasSize(1);
  }

  @Test
  void neverShowsAMinorWhateverTheyAnswer() {
    studio.people.mark(lea, id, item, Studio.mark("Tom", "tom@example.org", true));
    studio.show(lea, id, Audience.PUBLIC, false);

    studio.people.answerByLink(studio.asked().replace("/evidence/links/", ""), Answer.YES);

    assertThat(clear(null, false)).isFalse();
  }

  @Test
  void asksByMailWithoutAnAccountAndKeepsOnlyTheHashOfTheLink() {
    studio.people.mark(lea, id, item, Studio.mark("Tom", "tom@example.org", false));
    studio.show(lea, id, Audience.PUBLIC, false);
    String secret = studio.asked().replace("/evidence/links/", "");

    People.Question question = studio.people.questionByLink(secret);
    studio.people.answerByLink(secret, Answer.YES);

    assertThat(question.ownerName()).isEqualTo("Léa");
    assertThat(clear(null, false)).isTrue();
    assertThat(studio.values("SELECT link_hash FROM evidence_person"))
        .singleElement()
        .satisfies(hash -> assertThat(hash).hasSize(64).isNotEqualTo(secret));
    assertThat(refused(() -> studio.people.questionByLink("guessed")))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void showsSomebodyThemselvesAndOthersAsTheyWish() throws IOException {
    PersonId person = studio.people.mark(lea, id, item, max());
    Mark other =
        new Mark(null, "Tom", "", Locale.ENGLISH, false, Box.around(List.of(4, 5, 10, 11)));
    studio.people.mark(lea, id, item, other);

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(studio.people.picture(max, person)));

    assertThat(contrast(seen, 0)).isTrue();
    assertThat(contrast(seen, seen.getWidth() * 17 / 24)).isFalse();
  }

  @Test
  void letsNobodyElseAnswerOrLook() {
    PersonId person = studio.people.mark(lea, id, item, max());

    for (Actor other : List.of(lea, stranger)) {
      assertThat(refused(() -> studio.people.answer(other, person, Answer.YES)))
          .isEqualTo(ProblemType.NOT_FOUND);
      assertThat(refused(() -> studio.people.picture(other, person)))
          .isEqualTo(ProblemType.NOT_FOUND);
    }
  }

  @Test
  void bindsTheOwnerToANo() {
    PersonId person = studio.people.mark(lea, id, item, max());
    studio.people.answer(max, person, Answer.BLUR);

    assertThat(refused(() -> studio.people.unmark(lea, id, person)))
        .isEqualTo(ProblemType.PERSON_DECIDED);
  }

  @Test
  void takesAMistakenMarkAway() {
    PersonId person = studio.people.mark(lea, id, item, max());

    assertThat(refused(() -> studio.people.unmark(max, id, person)))
        .isEqualTo(ProblemType.NOT_FOUND);
    studio.people.unmark(lea, id, person);

    assertThat(studio.people.marked(lea, id)).isEmpty();
    assertThat(refused(() -> studio.people.question(max, person))).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void refusesMarksThatNameNobodyOrNowhere() {
    Mark nowhere = new Mark(null, "", "no mail", Locale.ENGLISH, false, null);
    Mark outsider =
        new Mark(stranger.memberId(), "", "", Locale.ENGLISH, false, Box.around(List.of(0)));

    Refusal empty =
        catchThrowableOfType(Refusal.class, () -> studio.people.mark(lea, id, item, nowhere));
    Refusal who =
        catchThrowableOfType(Refusal.class, () -> studio.people.mark(lea, id, item, outsider));

    assertThat(empty.faults())
        .extracting(Refusal.Fault::field)
        .containsExactly("cells", "name", "email");
    assertThat(who.faults()).extracting(Refusal.Fault::field).containsExactly("who");
    assertThat(refused(() -> studio.people.mark(max, id, item, max())))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void withholdsAFilmUntilEverybodyInItAgreed() {
    EvidenceId film =
        studio.proofs.submit(
            studio.submission(lea, Set.of(max), Media.upload("f.mp4", Media.film("mp42", 5))));
    FileId only = studio.item(lea, film);
    Mark mark = new Mark(max.memberId(), "", "", Locale.ENGLISH, false, null);
    PersonId person = studio.people.mark(lea, film, only, mark);
    studio.proofs.showTo(
        lea, film, Audience.PUBLIC, Map.of(only, new Proofs.Said("A jump", false)));

    assertThat(studio.proofs.proof(null, film).withheld()).isEqualTo(1);
    assertThat(studio.proofs.sight().findFile(null, film, only, false)).isEmpty();

    studio.people.answer(max, person, Answer.YES);

    assertThat(studio.proofs.sight().findFile(null, film, only, false)).isPresent();
  }

  @Test
  void leavesNoFileOfABlurBehind() {
    PersonId person = studio.people.mark(lea, id, item, max());
    studio.people.answer(max, person, Answer.YES);
    studio.people.answer(max, person, Answer.BLUR);

    studio.proofs.remove(lea, id, item);

    assertThat(studio.values("SELECT COUNT(*) FROM stored_file")).containsExactly("0");
  }
}
