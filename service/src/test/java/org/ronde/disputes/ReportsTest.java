package org.ronde.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.disputes.Desk.refused;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.disputes.Reports.Reason;
import org.ronde.disputes.Reports.State;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.Subject;

@Tag("database")
class ReportsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Desk desk = new Desk(database);
  private final Reports reports = desk.reports;
  private Actor author = desk.member("Anne");
  private Actor reader = desk.member("Bruno");
  private Actor olga = desk.officer("Olga");
  private Subject photo = desk.photoOf(author);

  @BeforeEach
  void newPeople() {
    desk.forgetEverybody();
    author = desk.member("Anne");
    reader = desk.member("Bruno");
    olga = desk.officer("Olga");
    photo = desk.photoOf(author);
  }

  private void report(Actor actor) {
    reports.report(actor, photo, Reason.PERSON_NOT_ASKED, "That is my neighbour.");
  }

  @Test
  void hidesWhatAnOfficerHidesAndTellsBothWhy() {
    report(reader);
    assertThat(desk.told(olga)).containsExactly("Something was reported");
    reports.decide(olga, photo, true, "She was not asked.");

    assertThat(desk.fate).containsExactly("hidden");
    assertThat(desk.told(author)).containsExactly("“Ten petits-suisses” is hidden");
    assertThat(desk.told(reader)).containsExactly("Thank you: “Ten petits-suisses” is hidden");
    assertThat(reports.mine(author, photo).reason()).isEqualTo("She was not asked.");
    assertThat(refused(() -> reports.mine(reader, photo))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> reports.decide(olga, photo, true, "Twice.")))
        .isEqualTo(ProblemType.DISPUTE_STATE);
  }

  @Test
  void leavesItUntilSomebodyNewReportsIt() {
    report(reader);
    reports.decide(olga, photo, false, "A petit-suisse is no weapon.");
    report(reader);
    assertThat(reports.countWaiting()).isZero();
    assertThat(desk.fate).isEmpty();
    assertThat(desk.told(author)).isEmpty();

    report(desk.member("Chloé"));
    assertThat(reports.waiting(olga))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.reports()).hasSize(2));
  }

  @Test
  void looksASecondTimeOnceByAnotherOfficer() {
    report(reader);
    reports.decide(olga, photo, true, "She was not asked.");
    reports.plead(author, photo, "She was. Ask her.");
    Actor oscar = desk.officer("Oscar");

    assertThat(reports.waiting(olga))
        .extracting(Reports.Case::state)
        .containsExactly(State.SECOND_LOOK);
    assertThat(refused(() -> reports.decide(olga, photo, true, "I said so.")))
        .isEqualTo(ProblemType.OFFICER_INVOLVED);
    reports.decide(oscar, photo, false, "We asked her. She is proud of it.");

    assertThat(desk.fate).containsExactly("hidden", "restored");
    assertThat(desk.told(author)).contains("“Ten petits-suisses” is shown again");
    report(desk.member("Dora"));
    reports.decide(oscar, photo, true, "Somebody else in it says no.");
    assertThat(refused(() -> reports.plead(author, photo, "Again?")))
        .isEqualTo(ProblemType.DISPUTE_STATE);
  }

  @Test
  void asksForASecondLookInTimeOrNever() {
    report(reader);
    reports.decide(olga, photo, true, "No.");
    database.clock().advance(Duration.ofDays(7));

    assertThat(refused(() -> reports.plead(author, photo, "Late, sorry.")))
        .isEqualTo(ProblemType.DEADLINE_PASSED);
  }

  @Test
  void neverLetsTheAuthorDecide() {
    photo = desk.photoOf(olga);
    report(reader);

    assertThat(refused(() -> reports.decide(olga, photo, false, "It is fine.")))
        .isEqualTo(ProblemType.OFFICER_INVOLVED);
    assertThat(refused(() -> reports.waiting(reader))).isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void reportsOnlyWhatIsThere() {
    Subject nothing = new Subject("photo", desk.ids.next());
    Subject unknown = new Subject("planet", photo.id());

    for (Subject subject : new Subject[] {nothing, unknown}) {
      assertThat(refused(() -> reports.report(reader, subject, Reason.SPAM, "")))
          .isEqualTo(ProblemType.NOT_FOUND);
    }
    assertThat(refused(() -> reports.report(reader, photo, Reason.SPAM, "x".repeat(1001))))
        .isEqualTo(ProblemType.INVALID);
    assertThat(reports.countWaiting()).isZero();
  }
}
