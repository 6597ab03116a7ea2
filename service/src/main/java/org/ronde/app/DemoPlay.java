package org.ronde.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Level;
import org.ronde.activities.PracticeTerms;
import org.ronde.activities.Slots;
import org.ronde.challenges.Answers;
import org.ronde.challenges.Attempts;
import org.ronde.challenges.Challenges;
import org.ronde.challenges.Kind;
import org.ronde.challenges.Launch;
import org.ronde.challenges.SentFiles;
import org.ronde.disputes.Reports;
import org.ronde.evidence.Audience;
import org.ronde.evidence.Mark;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Proofs;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CommentId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.ids.Subject;
import org.ronde.places.Place;
import org.ronde.social.Happening;
import org.ronde.social.Stream;

/**
 * Lets the people of the demo world play: practices, challenges in every state, friends and what
 * they say. What lies in the past is done at a clock put back.
 */
final class DemoPlay {
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private final PlayRooms play;
  private final Map<String, Actor> people;
  private final DemoPast past;
  private final Challenges challenges;
  private int launched;

  DemoPlay(PlayRooms play, Map<String, Actor> people, DemoPast past) {
    this.play = play;
    this.people = people;
    this.past = past;
    this.challenges = play.challenges();
  }

  int fill() {
    practise();
    befriend();
    past.daysAgo(9, this::firstWeek);
    past.daysAgo(4, this::thisWeek);
    past.daysAgo(2, this::dayBeforeYesterday);
    past.daysAgo(1, this::yesterday);
    past.daysAgo(0, this::today);
    return launched;
  }

  private void practise() {
    practise("claire", "running", "Toulouse (31)", Level.REGULAR, "SATURDAY_MORNING");
    practise("lucie", "running", "Montauban (82)", Level.REGULAR, "SATURDAY_MORNING");
    practise("jerome", "running", "Castres (81)", Level.EXPERIENCED, "SUNDAY_MORNING");
    practise("mark", "running", "Castelnaudary (11)", Level.BEGINNER, "SATURDAY_MORNING");
    practise("hugo", "pillow-fight", "Toulouse (31)", Level.EXPERT, "FRIDAY_EVENING");
    practise("ines", "pillow-fight", "Toulouse (31)", Level.REGULAR, "FRIDAY_EVENING");
    practise("bernard", "petit-suisse-throwing", "Toulouse (31)", Level.EXPERT, "SUNDAY_MIDDAY");
    practise("claire", "petit-suisse-throwing", "Toulouse (31)", Level.BEGINNER, "SUNDAY_MIDDAY");
    practise("marc", "petanque", "Albi (81)", Level.EXPERIENCED, "SUNDAY_AFTERNOON");
    practise("mathieu", "petanque", "Béziers (34)", Level.EXPERT, "SUNDAY_AFTERNOON");
    practise("nadia", "petanque", "Albi (81)", Level.BEGINNER, "SUNDAY_AFTERNOON");
    practise("samuel", "chess", "Montréal", Level.EXPERIENCED, "THURSDAY_EVENING");
    practise("emily", "chess", "Toulouse (31)", Level.REGULAR, "THURSDAY_EVENING");
    practise("kate", "juggling-three-balls", "Lyon (69)", Level.REGULAR, "WEDNESDAY_EVENING");
    practise("elise", "origami", "Carcassonne (11)", Level.EXPERIENCED, "TUESDAY_EVENING");
    practise("paul", "home-made-bread", "Carcassonne (11)", Level.BEGINNER, "SUNDAY_MORNING");
    PartnerRequestId asked =
        play.activities()
            .requests()
            .ask(
                who("claire"),
                who("lucie").memberId(),
                activity("running"),
                "Samedi 9 h au bord du canal, dix kilomètres tranquilles ?");
    play.activities().requests().answer(who("lucie"), asked, true, "Avec plaisir, à samedi !");
    play.activities()
        .proposals()
        .propose(
            who("bernard"),
            "Lancer de cassoulet tiède",
            "playground",
            "On lance une cuillerée de cassoulet tiède dans une assiette creuse ; on filme.");
  }

  private void practise(String key, String code, String town, Level level, String slot) {
    play.activities()
        .practices()
        .put(
            who(key),
            activity(code),
            new PracticeTerms(
                level,
                place(town),
                Slots.of(List.of(Slots.find(slot).orElseThrow())),
                true,
                true,
                true));
  }

  private void befriend() {
    for (List<String> pair :
        List.of(
            List.of("claire", "lucie"),
            List.of("claire", "bernard"),
            List.of("hugo", "ines"),
            List.of("marc", "mathieu"),
            List.of("elise", "kate"),
            List.of("claire", "elise"),
            List.of("claire", "mathieu"),
            List.of("emily", "claire"))) {
      play.social().friends().ask(who(pair.get(0)), who(pair.get(1)).memberId());
      play.social().friends().ask(who(pair.get(1)), who(pair.get(0)).memberId());
    }
    play.social().friends().ask(who("sofie"), who("claire").memberId());
  }

  private void firstWeek() {
    ChallengeId petanque =
        duel("marc", "mathieu", "petanque", "Treize à zéro, ou presque", new BigDecimal(13), 5);
    accept("mathieu", petanque, "Chiche ! J’apporte mes boules.");
    prove("mathieu", petanque, "Gagné 13 à 7.", new BigDecimal(13), DemoPicture.BOULES);
    believe("marc", petanque, "mathieu");

    ChallengeId pillows =
        duel("hugo", "ines", "pillow-fight", "La revanche des polochons", new BigDecimal(3), 4);
    accept("ines", pillows, "Prépare tes plumes.");
    EvidenceId shown =
        prove("ines", pillows, "Trois manches à une.", new BigDecimal(3), DemoPicture.PILLOWS);
    believe("hugo", pillows, "ines");
    show("ines", shown, "Deux personnes se battent à coups de polochons.", "hugo");
  }

  private void thisWeek() {
    ChallengeId throwing =
        duel("bernard", "claire", "petit-suisse-throwing", "Huit mètres", new BigDecimal(8), 14);
    accept("claire", throwing, "Je m’entraîne dès demain.");
    prove("bernard", throwing, "8,4 m, vent de dos.", new BigDecimal("8.4"), DemoPicture.CUP);
    believe("claire", throwing, "bernard");

    ChallengeId chess = duel("emily", "samuel", "chess", "Two wins in a row", null, 10);
    accept("samuel", chess, "You are on.");
    prove("samuel", chess, "Two games, two wins.", new BigDecimal(2), DemoPicture.BOARD);
    notYet("emily", chess, "samuel", "The second game is not in the picture.");

    ChallengeId five = duel("jerome", "mark", "running", "Cinq kilomètres", metres(5000), 12);
    accept("mark", five, "I will try.");
    prove("mark", five, "5.1 km, 41 minutes.", metres(5100), DemoPicture.TRACK);
    notYet("jerome", five, "mark", "On ne voit pas la distance.");
    challenges
        .attempts()
        .dispute(
            who("mark"), attempt("mark", five), "My watch shows 5.1 km; the number is at the top.");

    ChallengeId off = duel("sofie", "kate", "juggling-three-balls", "Cent lancers", null, 8);
    challenges.cancel(who("sofie"), off);
  }

  private void dayBeforeYesterday() {
    ChallengeId group =
        launch(
            "claire",
            Kind.GROUP,
            "running",
            "Cent kilomètres à nous tous",
            metres(100_000),
            21,
            Kind.Audience.EVERYBODY,
            Set.of());
    accept("lucie", group, "");
    accept("jerome", group, "J’en fais vingt.");
    prove("jerome", group, "Sortie longue.", metres(21_300), DemoPicture.TRACK);
    prove("lucie", group, "Au bord du Tarn.", metres(8_200), DemoPicture.RIVER);

    ChallengeId chain =
        launch(
            "elise",
            Kind.CHAIN,
            "origami",
            "Une grue par jour, et je passe le relais",
            null,
            30,
            Kind.Audience.INVITED,
            Set.of("paul"));
    prove("elise", chain, "Ma grue.", new BigDecimal(1), DemoPicture.CRANE);

    ChallengeId running = duel("claire", "lucie", "running", "Dix kilomètres", metres(10_000), 9);
    accept("lucie", running, "Chiche !");
  }

  private void yesterday() {
    ChallengeId streak =
        launch(
            "kate",
            Kind.STREAK,
            "juggling-three-balls",
            "Five days of juggling",
            new BigDecimal(30),
            10,
            Kind.Audience.FRIENDS,
            Set.of());
    prove("kate", streak, "Day one: 34.", new BigDecimal(34), DemoPicture.BALLS);
    accept("elise", streak, "");

    ChallengeId refused =
        duel("hugo", "claire", "pillow-fight", "Avant le café", new BigDecimal(2), 6);
    challenges.answers().refuse(who("claire"), refused, "Avant le café, jamais.");

    ChallengeId countered =
        duel("mathieu", "claire", "petanque", "Treize points d’affilée", new BigDecimal(13), 15);
    challenges
        .answers()
        .counter(
            who("claire"),
            countered,
            new Answers.Counter(new BigDecimal(7), in(20), "Sept, et c’est déjà beaucoup."));

    duel("lucie", "claire", "running", "Cinq kilomètres sous la pluie", metres(5000), 10);
    ChallengeId looked = duel("emily", "claire", "chess", "One win at lunch", new BigDecimal(1), 7);
    accept("claire", looked, "");
    prove("emily", looked, "Mate in 24.", new BigDecimal(1), DemoPicture.BOARD);
  }

  private void today() {
    launch(
        "ines",
        Kind.OPEN,
        "pillow-fight",
        "Grande bataille de polochons au jardin",
        new BigDecimal(3),
        14,
        Kind.Audience.EVERYBODY,
        Set.of());
    launch(
        "claire",
        Kind.SELF,
        "running",
        "Mon premier semi",
        metres(21_100),
        60,
        Kind.Audience.INVITED,
        Set.of());
    talk();
  }

  /** Applause and words for what happened, and one word too many that somebody reports. */
  private void talk() {
    Stream stream = play.social().stream();
    for (Happening happening :
        stream.page(who("claire"), Stream.Scope.AROUND_ME, null).happenings()) {
      if (happening.kind() != Happening.Kind.VALIDATED || happening.mine()) {
        continue;
      }
      stream.applaud(who("claire"), happening.id());
      stream.comment(who("claire"), happening.id(), "Bravo ! Quelle forme.");
      if (happening.member().equals(who("bernard").memberId())) {
        CommentId rude =
            stream.comment(who("claire"), happening.id(), "Il l’a lancé, ou il l’a mangé ?");
        play.desk()
            .reports()
            .report(
                who("bernard"),
                new Subject("comment", rude.value()),
                Reports.Reason.OFFENSIVE,
                "Je ne mange pas en service.");
      }
    }
  }

  private ChallengeId duel(
      String author,
      String other,
      String activity,
      String title,
      @Nullable BigDecimal target,
      int days) {
    return launch(
        author, Kind.DUEL, activity, title, target, days, Kind.Audience.INVITED, Set.of(other));
  }

  private ChallengeId launch(
      String author,
      Kind kind,
      String activity,
      String title,
      @Nullable BigDecimal target,
      int days,
      Kind.Audience audience,
      Set<String> invited) {
    launched++;
    return challenges.launch(
        who(author),
        new Launch(
            kind,
            activity(activity),
            title,
            target,
            in(days),
            ZONE,
            audience,
            Set.copyOf(invited.stream().map(key -> who(key).memberId()).toList()),
            Set.of(),
            audience == Kind.Audience.EVERYBODY ? place("Toulouse (31)").code() : "",
            Launch.Options.usual(kind)));
  }

  /** The evening so many days ahead. */
  private Instant in(int days) {
    return challenges.now().atZone(ZONE).plusDays(days).with(EVENING).toInstant();
  }

  private void accept(String key, ChallengeId id, String words) {
    challenges.answers().accept(who(key), id, 1, words);
  }

  private EvidenceId prove(
      String key, ChallengeId id, String text, BigDecimal measure, DemoPicture picture) {
    SentFiles photo = picture.sent(play.evidence().proofs());
    return challenges
        .attempts()
        .prove(who(key), id, new Attempts.Sent(text, measure, null, "", photo, Set.of()));
  }

  private void believe(String key, ChallengeId id, String doer) {
    challenges.attempts().believe(who(key), attempt(doer, id));
  }

  private void notYet(String key, ChallengeId id, String doer, String reason) {
    challenges.attempts().notYet(who(key), attempt(doer, id), reason);
  }

  private AttemptId attempt(String doer, ChallengeId id) {
    return Objects.requireNonNull(challenges.board().challenge(who(doer), Locale.FRENCH, id).mine())
        .id();
  }

  /** Marks somebody in a picture, who has not answered yet, and shows it to everybody. */
  private void show(String owner, EvidenceId id, String altText, String seen) {
    Proofs proofs = play.evidence().proofs();
    Proof proof = proofs.proof(who(owner), id);
    FileId item = proof.items().get(0).id();
    play.evidence()
        .people()
        .mark(
            who(owner),
            id,
            item,
            new Mark(
                who(seen).memberId(), "", "", Locale.FRENCH, false, DemoPicture.SECOND_PERSON));
    proofs.showTo(who(owner), id, Audience.PUBLIC, Map.of(item, new Proofs.Said(altText, true)));
  }

  private static BigDecimal metres(int metres) {
    return new BigDecimal(metres);
  }

  private ActivityId activity(String code) {
    return play.activities().activity(code).id();
  }

  private Place place(String town) {
    return play.gazetteer().resolve(town).orElseThrow();
  }

  private Actor who(String key) {
    return Objects.requireNonNull(people.get(key), key);
  }
}
