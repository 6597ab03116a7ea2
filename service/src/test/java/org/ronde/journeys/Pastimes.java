package org.ronde.journeys;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.ronde.activities.Level;
import org.ronde.activities.PracticeTerms;
import org.ronde.activities.Slots;
import org.ronde.app.PlayRooms;
import org.ronde.challenges.Attempts;
import org.ronde.challenges.Kind;
import org.ronde.challenges.Launch;
import org.ronde.challenges.SentFiles;
import org.ronde.contests.ContestDraft;
import org.ronde.contests.Terms;
import org.ronde.evidence.Box;
import org.ronde.evidence.Mark;
import org.ronde.evidence.Proof;
import org.ronde.http.Actor;
import org.ronde.http.Upload;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.HappeningId;
import org.ronde.points.ValidationLevel;
import org.ronde.social.Stream;

/**
 * What Claire of Vidal plays, all of it between her and Hugo: a duel with a proof that the desk
 * looks at, what was said of it, and a partner asked for. An operator drafts a contest.
 */
final class Pastimes {
  private static final String ACTIVITY = "petanque";
  private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

  private final PlayRooms play;
  private final Actor claire;
  private final Actor hugo;
  private final ActivityId activity;
  private final ChallengeId duel;
  private final EvidenceId proof;
  private final Map<String, String> ids;

  Pastimes(PlayRooms play, Actor claire, Actor hugo, Actor operator) {
    this.play = play;
    this.claire = claire;
    this.hugo = hugo;
    this.activity = play.activities().activity(ACTIVITY).id();
    practise();
    this.duel = duel();
    this.proof = prove();
    AttemptId attempt = new AttemptId(shown().subject().id());
    play.challenges().attempts().believe(hugo, attempt);
    play.challenges().attempts().dispute(hugo, attempt, "Nous étions à onze.");
    HappeningId happening = happening();
    String request = partner();
    this.ids =
        Map.ofEntries(
            Map.entry("code", ACTIVITY),
            Map.entry("attempt", attempt.toString()),
            Map.entry("item", item().id().toString()),
            Map.entry("person", person()),
            Map.entry("draft", draft()),
            Map.entry("comment", comment(happening)),
            Map.entry("kind", "evidence"),
            Map.entry("objection", UNKNOWN),
            Map.entry("place", "1"),
            Map.entry("version", "1"),
            Map.entry("secret", "a-secret-that-was-never-made-aaaaaaaaaaaaaaa"),
            Map.entry("of members", claire.memberId().toString()),
            Map.entry("of friends", claire.memberId().toString()),
            Map.entry("of challenges", duel.toString()),
            Map.entry("of evidence", proof.toString()),
            Map.entry("of reports", proof.toString()),
            Map.entry("of stream", happening.toString()),
            Map.entry("of contests", contest(operator)),
            Map.entry("of disputes", dispute()),
            Map.entry("of partners", request),
            Map.entry("of partner-requests", request),
            Map.entry("of proposals", proposal()),
            Map.entry("of questions", question()));
  }

  /** What stands for a parameter of a route, if the route is one of these rooms'. */
  Optional<String> find(String template, String parameter) {
    if (!parameter.equals("id")) {
      return Optional.ofNullable(ids.get(parameter));
    }
    String room = template.replaceFirst("^(/api/v1)?(/operator)?(/activities)?/", "");
    return Optional.ofNullable(ids.get("of " + room.replaceFirst("/.*", "")));
  }

  private void practise() {
    PracticeTerms terms =
        new PracticeTerms(
            Level.REGULAR,
            play.gazetteer().resolve("Toulouse").orElseThrow(),
            Slots.of(Slots.all()),
            true,
            false,
            true);
    play.activities().practices().put(claire, activity, terms);
    play.activities().practices().put(hugo, activity, terms);
  }

  private ChallengeId duel() {
    ChallengeId id =
        play.challenges()
            .launch(
                claire,
                new Launch(
                    Kind.DUEL,
                    activity,
                    "Canari du défi",
                    null,
                    play.challenges().now().plus(Duration.ofDays(7)),
                    ZoneId.of("Europe/Paris"),
                    Kind.Audience.INVITED,
                    Set.of(hugo.memberId()),
                    Set.of(),
                    "",
                    Launch.Options.usual(Kind.DUEL)));
    play.challenges().answers().accept(hugo, id, 1, "");
    return id;
  }

  private EvidenceId prove() {
    Path picture = picture();
    try {
      return play.challenges()
          .attempts()
          .prove(
              claire,
              duel,
              new Attempts.Sent(
                  "Canari de la preuve",
                  new BigDecimal("13"),
                  null,
                  "",
                  new SentFiles(
                      play.evidence()
                          .proofs()
                          .inspect(
                              List.of(
                                  new Upload("files", "canari.png", picture, Files.size(picture))),
                              null),
                      List.of(),
                      "Un canari"),
                  Set.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path picture() {
    try {
      File file = File.createTempFile("canari", ".png");
      file.deleteOnExit();
      ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", file);
      return file.toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Proof shown() {
    return play.evidence().proofs().proof(claire, proof);
  }

  private Proof.Item item() {
    return shown().items().get(0);
  }

  private String person() {
    Mark mark =
        new Mark(hugo.memberId(), "", "", Locale.FRENCH, false, new Box(100, 100, 200, 200));
    return play.evidence().people().mark(claire, proof, item().id(), mark).toString();
  }

  private HappeningId happening() {
    return play.social().stream().page(claire, Stream.Scope.AROUND_ME, null).happenings().stream()
        .filter(each -> each.challenge().equals(duel))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String comment(HappeningId happening) {
    return play.social().stream().comment(claire, happening, "Canari du fil").toString();
  }

  private String dispute() {
    return play.desk().disputes().page(claire, 1).items().get(0).id().toString();
  }

  private String draft() {
    return play.challenges()
        .drafts()
        .keep(claire, Kind.DUEL, Map.of("title", "Canari du brouillon"))
        .toString();
  }

  private String partner() {
    return play.activities()
        .requests()
        .ask(claire, hugo.memberId(), activity, "Canari du mot")
        .toString();
  }

  private String proposal() {
    return play.activities()
        .proposals()
        .propose(claire, "Lancer de béret", "precision", "Lancer un béret le plus loin possible.")
        .toString();
  }

  private String question() {
    return play.activities().safety().ask(claire, "Cinnamon challenge").toString();
  }

  private String contest(Actor operator) {
    LocalDateTime now = LocalDateTime.ofInstant(play.challenges().now(), ZoneOffset.UTC);
    return play.contests()
        .organising()
        .create(
            operator,
            new ContestDraft(
                Terms.Kind.MERIT,
                "The big day",
                "La Grosse Journée",
                "Come and play.",
                "Venez jouer.",
                "Ronde, 1 place du Capitole, Toulouse",
                Terms.ZoneMode.FIXED,
                "UTC",
                null,
                now.plusDays(1),
                now.plusDays(2),
                now.plusDays(3),
                now.plusDays(5),
                now.plusDays(6),
                ValidationLevel.WITNESSES,
                List.of(),
                List.of(),
                List.of(),
                1,
                10L,
                20,
                2,
                1L,
                null,
                72,
                "contest@ronde.example",
                "",
                List.of(new ContestDraft.PrizeDraft("Panier garni", 50_00L, null, null))))
        .id()
        .toString();
  }
}
