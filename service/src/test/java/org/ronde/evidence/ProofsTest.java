package org.ronde.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Upload;
import org.ronde.http.Words;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;

@Tag("database")
class ProofsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Studio studio = new Studio(database);
  private final Actor lea = studio.member("Léa");
  private final Actor max = studio.member("Max");
  private final Actor stranger = studio.member("Stranger");

  private static Refusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
    assertThat(refusal).as("the refusal").isNotNull();
    return refusal;
  }

  private static List<String> fields(Refusal refusal) {
    return refusal.faults().stream().map(Refusal.Fault::field).distinct().toList();
  }

  private Submission with(
      String text, @Nullable BigDecimal measure, String place, Instant takenAt) {
    return new Submission(
        studio.attempt,
        lea.memberId(),
        Set.of(max.memberId()),
        text,
        measure,
        place,
        takenAt,
        Inspected.NOTHING,
        "x".repeat(301),
        List.of());
  }

  private void absentFor(@Nullable Actor reader, EvidenceId id) {
    assertThat(refused(() -> studio.proofs.proof(reader, id)).type())
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @AfterEach
  void leavesEveryInvariantTrue() {
    assertThat(studio.broken()).isEmpty();
  }

  @Test
  void keepsPhotosFilmsAndTracksInTheirOrder() {
    EvidenceId id =
        studio.proofs.submit(
            studio.submission(
                lea,
                Set.of(max),
                Media.upload("a.jpg", Media.phoneJpeg(400, 200, 6)),
                Media.upload("b.mp4", Media.film("mp42", 9)),
                Media.upload("c.gpx", Media.gpx())));

    Proof proof = studio.proofs.proof(max, id);

    assertThat(proof.items())
        .extracting(Proof.Item::kind)
        .containsExactly(Proof.Kind.PHOTO, Proof.Kind.VIDEO, Proof.Kind.TRACK);
    assertThat(proof.items().get(0).height()).isEqualTo(400);
    assertThat(proof.items().get(1).seconds()).isEqualTo(9);
    assertThat(proof.items().get(2).metres()).isBetween(995, 1005);
    assertThat(proof.audience()).isEqualTo(Audience.PARTIES);
    assertThat(proof.mine()).isFalse();
    assertThat(studio.proofs.proof(lea, id).mine()).isTrue();
  }

  @Test
  void showsAProofToNobodyElse() {
    EvidenceId id = studio.striped(lea, max);

    absentFor(stranger, id);
    absentFor(null, id);
    assertThat(studio.proofs.of(stranger, List.of(studio.attempt))).isEmpty();
    assertThat(studio.proofs.of(max, List.of(studio.attempt))).hasSize(1);
    assertThat(studio.proofs.proof(TestServer.operator(), id).items()).hasSize(1);
    assertThat(studio.proofs.gallery(lea, List.of(studio.attempt), 1).proofs()).isEmpty();
  }

  @Test
  void showsAProofToARefereeNamedLater() {
    EvidenceId id = studio.striped(lea);

    studio.proofs.show(List.of(id), max.memberId());
    studio.proofs.show(List.of(id), max.memberId());

    assertThat(studio.proofs.proof(max, id).items()).hasSize(1);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    Submission wrong =
        new Submission(
            studio.attempt,
            lea.memberId(),
            Set.of(),
            "x".repeat(4001),
            new BigDecimal("1.23456"),
            "a place",
            Instant.parse("2999-01-01T00:00:00Z"),
            studio.proofs.inspect(
                List.of(Media.upload("a.heic", Media.heic()), Media.upload("b", Media.text("?"))),
                null),
            "x".repeat(301),
            List.of());

    Refusal refusal = refused(() -> studio.proofs.submit(wrong));

    assertThat(fields(refusal))
        .containsExactlyInAnyOrder("text", "altText", "place", "measure", "takenAt", "files");
    assertThat(refusal.faults()).hasSize(7);
  }

  @Test
  void refusesAProofOfNothingAndTakesOneInWords() {
    Instant then = Instant.parse("2026-11-01T10:00:00Z");

    assertThat(fields(refused(() -> studio.proofs.submit(with("", null, "", then)))))
        .contains("files");
    EvidenceId words = studio.proofs.submit(keeping(lea, List.of()));
    assertThat(studio.proofs.proof(lea, words).text()).isEqualTo("Done");
  }

  @Test
  void refusesMoreFilesThanAProofTakes() {
    byte[] photo = Media.jpeg(20, 20);
    var uploads =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(i -> Media.upload(i + ".jpg", photo))
            .toArray(org.ronde.http.Upload[]::new);

    Refusal refusal =
        refused(() -> studio.proofs.submit(studio.submission(lea, Set.of(), uploads)));

    assertThat(fields(refusal)).containsExactly("files");
  }

  @Test
  void showsMoreOnlyWhenPicturesAreDescribedAndTheirPeopleSpokenOf() {
    EvidenceId id = studio.striped(lea, max);
    FileId item = studio.item(lea, id);

    Refusal refusal =
        refused(
            () ->
                studio.proofs.showTo(
                    lea, id, Audience.PUBLIC, Map.of(item, new Proofs.Said(" ", false))));

    assertThat(fields(refusal)).containsExactly("alt-" + item, "alone-" + item);
    absentFor(null, id);
    studio.show(lea, id, Audience.PUBLIC, true);
    assertThat(studio.proofs.proof(null, id).items()).hasSize(1);
    studio.show(lea, id, Audience.PARTIES, true);
    absentFor(null, id);
  }

  @Test
  void letsOnlyItsOwnerShowMore() {
    EvidenceId id = studio.striped(lea, max);

    for (Actor other : List.of(max, stranger, TestServer.operator())) {
      assertThat(refused(() -> studio.proofs.showTo(other, id, Audience.PUBLIC, Map.of())).type())
          .isEqualTo(ProblemType.NOT_FOUND);
    }
  }

  @Test
  void fillsAGalleryByItsReader() {
    EvidenceId first = studio.striped(lea, max);
    EvidenceId second = studio.striped(lea, max);
    studio.show(lea, first, Audience.PUBLIC, true);
    studio.show(lea, second, Audience.MEMBERS, true);

    assertThat(studio.proofs.gallery(stranger, List.of(studio.attempt), 1).proofs())
        .extracting(Proof::id)
        .containsExactly(second, first);
    assertThat(studio.proofs.gallery(null, List.of(studio.attempt), 1).proofs())
        .extracting(Proof::id)
        .containsExactly(first);
  }

  @Test
  void hidesWhatWasRightlyReportedFromAllButItsOwnerAndOperators() {
    EvidenceId id = studio.striped(lea, max);
    studio.show(lea, id, Audience.PUBLIC, true);

    studio.proofs.hide(id);

    absentFor(null, id);
    absentFor(max, id);
    assertThat(studio.proofs.gallery(stranger, List.of(studio.attempt), 1).proofs()).isEmpty();
    assertThat(studio.proofs.proof(lea, id).hidden()).isTrue();
    assertThat(studio.proofs.proof(TestServer.operator(), id).hidden()).isTrue();
  }

  @Test
  void removesTheBytesOfAnItemAndKeepsItsHash() {
    EvidenceId id = studio.striped(lea, max);
    FileId item = studio.item(lea, id);
    String hash = one("SELECT sha256 FROM evidence_item");

    assertThat(refused(() -> studio.proofs.remove(max, id, item)).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    studio.proofs.remove(lea, id, item);

    assertThat(studio.proofs.proof(lea, id).items()).isEmpty();
    assertThat(one("SELECT COUNT(*) FROM stored_piece")).isEqualTo("0");
    assertThat(one("SELECT sha256 FROM evidence_item")).isEqualTo(hash);
    assertThatThrownBy(() -> studio.proofs.remove(lea, id, item)).isInstanceOf(Refusal.class);
  }

  @Test
  void forgetsAllMediaAndWordsOfAMember() {
    EvidenceId hers = studio.striped(lea, max);
    EvidenceId his = studio.striped(max, lea);
    studio.people.mark(max, his, studio.item(max, his), markOf(lea));
    studio.show(max, his, Audience.PUBLIC, false);

    studio.proofs.forget(lea.memberId());

    absentFor(max, hers);
    assertThat(one("SELECT CONCAT(words, place) FROM evidence WHERE forgotten_at IS NOT NULL"))
        .isEmpty();
    assertThat(
            one(
                "SELECT COUNT(*) FROM evidence_item WHERE removed_at IS NULL AND evidence_id IN"
                    + " (SELECT evidence_id FROM evidence WHERE forgotten_at IS NOT NULL)"))
        .isEqualTo("0");
    assertThat(one("SELECT CONCAT(name, answer) FROM evidence_person")).isEqualTo("BLUR");
    assertThat(studio.proofs.proof(null, his).items().get(0).blurred()).isTrue();
  }

  private static Mark markOf(Actor actor) {
    return new Mark(
        actor.memberId(), "", "", java.util.Locale.ENGLISH, false, Box.around(List.of(14)));
  }

  @Test
  void forgetsFilesThatWaitedTooLongForTheirProof() {
    List<FileId> kept = studio.keep(lea, Media.upload("a", Media.webp()));

    assertThat(studio.proofs.forgetOld()).isZero();
    database.clock().advance(Duration.ofDays(3));

    assertThat(studio.proofs.forgetOld()).isEqualTo(1);
    assertThat(studio.proofs.kept().waiting(lea.memberId(), kept)).isEmpty();
    assertThat(one("SELECT COUNT(*) FROM stored_file")).isEqualTo("0");
  }

  @Test
  void usesKeptFilesOnceAndForTheirOwnerOnly() {
    List<FileId> kept = studio.keep(lea, Media.upload("a", Media.webp()));

    EvidenceId his = studio.proofs.submit(keeping(max, kept));
    EvidenceId hers = studio.proofs.submit(keeping(lea, kept));
    EvidenceId again = studio.proofs.submit(keeping(lea, kept));

    assertThat(studio.proofs.proof(max, his).items()).isEmpty();
    assertThat(studio.proofs.proof(lea, hers).items()).hasSize(1);
    assertThat(studio.proofs.proof(lea, again).items()).isEmpty();
  }

  @Test
  void takesOnlySoManyProofsADay() {
    for (int i = 0; i < EvidenceSettings.standard().proofsPerDay(); i++) {
      studio.proofs.submit(keeping(lea, List.of()));
    }

    assertThat(refused(() -> studio.proofs.submit(keeping(lea, List.of()))).type())
        .isEqualTo(ProblemType.ENOUGH_FOR_TODAY);
    assertThat(studio.proofs.submit(keeping(max, List.of()))).isNotNull();
    database.clock().advance(Duration.ofHours(25));
    assertThat(studio.proofs.submit(keeping(lea, List.of()))).isNotNull();
  }

  @Test
  void takesOnlySoManyBytesADay() {
    Upload large = weighing(40_000_000);
    Submission six = studio.submission(lea, Set.of(), large, large, large, large, large, large);
    EvidenceId first = studio.proofs.submit(six);
    studio.proofs.submit(six);

    Refusal ofProof = refused(() -> studio.proofs.submit(studio.submission(lea, Set.of(), large)));
    Refusal ofFiles = refused(() -> studio.keep(lea, weighing(20_000_001)));
    studio.proofs.remove(lea, first, studio.item(lea, first));

    for (Refusal refusal : List.of(ofProof, ofFiles)) {
      assertThat(fields(refusal)).containsExactly("files");
      for (Locale locale : Words.LOCALES) {
        Refusal.Fault fault = refusal.faults().get(0);
        assertThat(TestServer.words().say(locale, fault.key(), fault.arguments())).contains("500");
      }
    }
    // What was removed was sent all the same; words need no room.
    refused(() -> studio.proofs.submit(studio.submission(lea, Set.of(), large)));
    assertThat(studio.proofs.submit(keeping(lea, List.of()))).isNotNull();
    assertThat(studio.proofs.submit(studio.submission(lea, Set.of(), weighing(20_000_000))))
        .isNotNull();
    database.clock().advance(Duration.ofHours(25));
    assertThat(studio.proofs.submit(studio.submission(lea, Set.of(), large))).isNotNull();
  }

  private static Upload weighing(long bytes) {
    return new Upload("files", "a.jpg", Media.upload("a", Media.jpeg(20, 20)).content(), bytes);
  }

  private Submission keeping(Actor owner, List<FileId> kept) {
    return new Submission(
        studio.attempt,
        owner.memberId(),
        Set.of(),
        "Done",
        null,
        "",
        Instant.parse("2026-11-01T10:00:00Z"),
        Inspected.NOTHING,
        "",
        kept);
  }

  private String one(String sql) {
    return studio.values(sql).get(0);
  }
}
