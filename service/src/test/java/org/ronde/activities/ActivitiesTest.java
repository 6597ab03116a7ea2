package org.ronde.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.activities.Meadow.OPERATOR;
import static org.ronde.activities.Meadow.fault;
import static org.ronde.activities.Meadow.refused;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.Invariant;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.ProposalId;
import org.ronde.ids.QuestionId;

@Tag("database")
class ActivitiesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Meadow MEADOW = new Meadow(database);
  private static final Activities ACTIVITIES = MEADOW.activities;
  private static final String HEADER = String.join(",", TermsReader.COLUMNS) + "\n";
  private static final String TEA =
      "tea,kitchen,Tea party,Goûter,,,PHOTO,COUNT,true,1,20,1,false,PUBLISHED\n";

  private final Actor robin = MEADOW.person("Robin");

  @BeforeEach
  void grow() {
    MEADOW.grow();
  }

  private static List<String> search(String text, Locale locale) {
    return ACTIVITIES.search(text, locale, 10).stream().map(Activity::code).toList();
  }

  private static void keepsItsInvariants() {
    for (Invariant invariant : Invariant.of("activities")) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  assertThat(handle.createQuery(invariant.sql()).mapToMap().list())
                      .as(invariant.sentence())
                      .isEmpty());
    }
  }

  @Test
  void bringsInItsOwnCatalogueOnceHoweverOftenItStarts() {
    ACTIVITIES.catalogue().load();
    Activity before = ACTIVITIES.activity("petit-suisse-throwing");
    ACTIVITIES.catalogue().load();

    assertThat(ACTIVITIES.activity("petit-suisse-throwing")).isEqualTo(before);
    assertThat(ACTIVITIES.families().values().stream().mapToLong(n -> n).sum())
        .isGreaterThanOrEqualTo(536);
    assertThat(search("petit suisse", Words.FRENCH)).containsExactly("petit-suisse-throwing");
    assertThat(search("lancers de bérets", Words.FRENCH)).containsExactly("beret-throwing");
    assertThat(search("berets lancer", Words.FRENCH)).containsExactly("beret-throwing");
    // The operator's tennis of the meadow stays the operator's.
    assertThat(ACTIVITIES.activity("tennis").evidence()).contains(Activity.Need.MEASURE);
    keepsItsInvariants();
  }

  @Test
  void leavesAloneWhatAnOperatorChanged() {
    String changed =
        HEADER + "running,running,Run,Courir,,,TEXT,DISTANCE,true,1,5,1,false,PUBLISHED\n";
    ACTIVITIES.catalogue().load();

    ACTIVITIES.catalogue().apply(OPERATOR, changed);
    ACTIVITIES.catalogue().load();

    assertThat(ACTIVITIES.activity("running").nameFr()).isEqualTo("Courir");
  }

  @Test
  void findsByNamesAndSynonymsInBothLanguages() {
    assertThat(search("polochon", Words.ENGLISH)).containsExactly("pillow-fight");
    assertThat(search("PILLOW", Words.FRENCH)).containsExactly("pillow-fight");
    assertThat(search("oenologie", Words.FRENCH)).containsExactly("wine-quiz");
    assertThat(search("terre battue", Words.FRENCH)).containsExactly("tennis");
    assertThat(search("tennis échecs", Words.FRENCH)).isEmpty();
    assertThat(search("%_", Words.FRENCH)).hasSize(4);
    assertThat(search("", Words.FRENCH)).hasSize(4);
  }

  @Test
  void putsTheNameBeforeTheSynonymAndThePractisedBeforeTheOther() {
    ACTIVITIES
        .catalogue()
        .apply(
            OPERATOR,
            HEADER
                + "beach-tennis,racket,Beach tennis,Beach tennis,,,PHOTO,COUNT,true,0,5,2,false,\n"
                + "table,racket,Table tennis,Ping-pong,,tennis de table,PHOTO,COUNT,true,0,5,2,false,\n");
    MEADOW.practising("Zoé", "table", "Muret", Level.REGULAR, Slots.NONE);

    assertThat(search("tennis", Words.ENGLISH)).containsExactly("tennis", "table", "beach-tennis");
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertThat(refused(() -> ACTIVITIES.activity("nothing")).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refused(() -> ACTIVITIES.activity(new ActivityId(UUID.randomUUID()))).type())
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void showsWhatAFileWouldChangeAndChangesNothing() {
    String csv =
        ACTIVITIES.catalogue().export(OPERATOR).replace("Pillow fight", "Pillow battle") + TEA;

    Catalogue.Plan plan = ACTIVITIES.catalogue().plan(OPERATOR, csv);

    assertThat(plan.wrong()).isEmpty();
    assertThat(List.of(plan.added(), plan.changed(), plan.same())).containsExactly(1L, 1L, 3L);
    assertThat(plan.changes())
        .filteredOn(change -> change.effect() == Catalogue.Effect.CHANGED)
        .flatExtracting(Catalogue.Change::columns)
        .containsExactly(new Catalogue.Column("name_en", "Pillow fight", "Pillow battle"));
    assertThat(ACTIVITIES.find("tea")).isEmpty();

    ACTIVITIES.catalogue().apply(OPERATOR, csv);

    assertThat(ACTIVITIES.activity("tea").nameFr()).isEqualTo("Goûter");
    assertThat(search("pillow battle", Words.ENGLISH)).containsExactly("pillow-fight");
    assertThat(ACTIVITIES.catalogue().plan(OPERATOR, csv).same()).isEqualTo(5);
    keepsItsInvariants();
  }

  @Test
  void doesNothingOfAFileWithAFault() {
    String csv = HEADER + TEA + "x,kitchen,Tennis,Goûter,,,PHOTO,COUNT,true,1,20,1,false,\n";

    Catalogue.Plan plan = ACTIVITIES.catalogue().plan(OPERATOR, csv);

    assertThat(plan.wrong())
        .extracting(wrong -> wrong.line() + " " + wrong.fault().field())
        .containsExactly("3 name_en", "3 name_fr");
    assertThat(fault(() -> ACTIVITIES.catalogue().apply(OPERATOR, csv)))
        .isEqualTo("activities.fault.csv");
    assertThat(ACTIVITIES.find("tea")).isEmpty();
    assertThat(fault(() -> ACTIVITIES.catalogue().apply(OPERATOR, HEADER + TEA + TEA)))
        .isEqualTo("activities.fault.csv");
  }

  @Test
  void takesAnActivityOutOfTheCatalogueButKeepsWhatWasDone() {
    MEADOW.put(robin, "tennis", "Muret", Level.REGULAR, Slots.NONE, true);
    String csv = ACTIVITIES.catalogue().export(OPERATOR);

    ACTIVITIES.catalogue().apply(OPERATOR, csv.replaceAll("(tennis,.*)PUBLISHED", "$1RETIRED"));

    assertThat(ACTIVITIES.find("tennis")).isEmpty();
    assertThat(search("tennis", Words.ENGLISH)).isEmpty();
    assertThat(ACTIVITIES.practised(robin.memberId()))
        .extracting(Activity::code)
        .containsExactly("tennis");
  }

  @Test
  void letsOnlyOperatorsTouchTheCatalogue() {
    List<Runnable> attempts =
        List.of(
            () -> ACTIVITIES.catalogue().plan(robin, TEA),
            () -> ACTIVITIES.catalogue().apply(robin, TEA),
            () -> ACTIVITIES.catalogue().export(robin),
            () -> ACTIVITIES.proposals().waiting(robin),
            () -> ACTIVITIES.safety().open(robin));

    assertThat(attempts)
        .allSatisfy(
            attempt -> assertThat(refused(attempt).type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  @Test
  void growsByWhatMembersProposeAndOperatorsCorrect() {
    ProposalId id =
        ACTIVITIES.proposals().propose(robin, "Gouter", "kitchen", "Tea and cakes for twenty.");
    ActivityTerms terms = CatalogueFile.parse(HEADER + TEA).lines().get(0).terms();

    ActivityId approved = ACTIVITIES.proposals().approve(OPERATOR, id, terms);

    assertThat(ACTIVITIES.activity(approved).nameFr()).isEqualTo("Goûter");
    assertThat(ACTIVITIES.proposals().mine(robin))
        .extracting(Proposal::state, Proposal::activityId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Proposal.State.APPROVED, approved));
    assertThat(MEADOW.told(robin)).containsExactly("“Tea party” is in the catalogue");
    assertThat(ACTIVITIES.proposals().waiting(OPERATOR)).isEmpty();
    keepsItsInvariants();
  }

  @Test
  void tellsAProposerWhyNot() {
    ProposalId id = ACTIVITIES.proposals().propose(robin, "Running", "running", "To run about.");

    ACTIVITIES.proposals().refuse(OPERATOR, id, "It is there already.");

    assertThat(MEADOW.told(robin)).containsExactly("“Running” stays out of the catalogue");
    assertThat(refused(() -> ACTIVITIES.proposals().refuse(OPERATOR, id, "Again.")).type())
        .isEqualTo(ProblemType.ALREADY_ANSWERED);
    assertThat(
            refused(
                    () ->
                        ACTIVITIES
                            .proposals()
                            .approve(
                                OPERATOR,
                                id,
                                CatalogueFile.parse(HEADER + TEA).lines().get(0).terms()))
                .type())
        .isEqualTo(ProblemType.ALREADY_ANSWERED);
    // The refused approval took its activity back with it.
    assertThat(ACTIVITIES.find("tea")).isEmpty();
  }

  @Test
  void refusesProposalsThatDoNotFit() {
    Proposals proposals = ACTIVITIES.proposals();

    assertThat(fault(() -> proposals.propose(robin, "x", "kitchen", "Something to eat.")))
        .isEqualTo("activities.fault.name");
    assertThat(fault(() -> proposals.propose(robin, "Tea", "none", "Something to eat.")))
        .isEqualTo("activities.fault.family");
    assertThat(fault(() -> proposals.propose(robin, "Tea", "kitchen", "Eat.")))
        .isEqualTo("activities.fault.description");
    assertThat(fault(() -> proposals.propose(robin, "Saut du pont", "water", "Dans la rivière.")))
        .isEqualTo("activities.danger.height");
    assertThat(fault(() -> proposals.propose(robin, "Tea", "kitchen", "Tea, and then cul sec.")))
        .isEqualTo("activities.danger.drink");

    proposals.propose(robin, "Tea", "kitchen", "Something to drink.");
    proposals.propose(robin, "Cake", "kitchen", "Something to eat.");

    assertThat(fault(() -> proposals.propose(robin, "Pie", "kitchen", "Something to eat.")))
        .isEqualTo("activities.fault.proposals");
  }

  @Test
  void letsAnOperatorAllowWhatTheGateStoppedWrongly() {
    String words = "Photograph the boss while he is naked of all pretension";
    assertThat(fault(() -> ACTIVITIES.requireSafe(robin, "title", words)))
        .isEqualTo("activities.danger.humiliate");

    QuestionId id = ACTIVITIES.safety().ask(robin, words);
    assertThat(ACTIVITIES.safety().ask(robin, words)).isEqualTo(id);
    assertThat(ACTIVITIES.safety().open(OPERATOR)).hasSize(1);
    ACTIVITIES.safety().answer(OPERATOR, id, true, "A figure of speech.");

    ACTIVITIES.requireSafe(robin, "title", words.toUpperCase(Locale.ROOT));
    assertThat(MEADOW.told(robin)).containsExactly("Your idea may go ahead");
    assertThat(fault(() -> ACTIVITIES.requireSafe(MEADOW.person("Zoé"), "title", words)))
        .isEqualTo("activities.danger.humiliate");
    assertThat(
            refused(() -> ACTIVITIES.safety().answer(OPERATOR, id, false, "No, after all.")).type())
        .isEqualTo(ProblemType.ALREADY_ANSWERED);
  }

  @Test
  void keepsStoppingWhatAnOperatorRefused() {
    QuestionId id = ACTIVITIES.safety().ask(robin, "Saut du pont");

    ACTIVITIES.safety().answer(OPERATOR, id, false, "The river is shallow.");

    assertThat(fault(() -> ACTIVITIES.requireSafe(robin, "title", "Saut du pont")))
        .isEqualTo("activities.danger.height");
    assertThat(MEADOW.told(robin)).containsExactly("Your idea stays on the bench");
  }

  @Test
  void refusesQuestionsThatNobodyNeeds() {
    Safety safety = ACTIVITIES.safety();

    assertThat(fault(() -> safety.ask(robin, "Tir à l’arc")))
        .isEqualTo("activities.fault.notStopped");
    assertThat(fault(() -> safety.ask(robin, "cul sec ".repeat(200))))
        .isEqualTo("activities.fault.words");
    safety.ask(robin, "cul sec");
    QuestionId second = safety.ask(robin, "saut du pont");
    assertThat(fault(() -> safety.ask(robin, "roulette russe")))
        .isEqualTo("activities.fault.questions");
    assertThat(fault(() -> safety.answer(OPERATOR, second, true, "")))
        .isEqualTo("activities.fault.answer");
  }
}
