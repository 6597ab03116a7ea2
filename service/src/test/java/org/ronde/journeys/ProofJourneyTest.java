package org.ronde.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.app.PlayRooms;
import org.ronde.evidence.Media;
import org.ronde.http.MultipartBody;

/**
 * A proof from the phone to the galleries and to who is seen in it, and a challenge that is
 * stopped: through the whole application, without a browser.
 */
@Tag("database")
class ProofJourneyTest {
  @RegisterExtension static final Ronde ronde = new Ronde();

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private Client anne = Client.anonymous(ronde);
  private Client bruno = anne;
  private Client stranger = anne;
  private final Client nobody = Client.anonymous(ronde);

  @BeforeEach
  void enter() {
    play().activities().catalogue().load();
    new Town(ronde.application().rooms(), 3, 10);
    anne = Client.of(ronde, "owner0@ronde.example");
    bruno = Client.of(ronde, "owner1@ronde.example");
    stranger = Client.of(ronde, "owner2@ronde.example");
  }

  private static PlayRooms play() {
    return ronde.application().rooms().play();
  }

  private static Client.Answer done(Client.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer;
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  /** A duel of Anne and Bruno, who said yes. */
  private String duel() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("kind", "DUEL");
    typed.put("activity", "Pancakes");
    typed.put("title", "Pancakes at sunrise");
    typed.put(
        "endsAt",
        LocalDate.ofInstant(play().challenges().now(), ZoneOffset.UTC).plusDays(5).toString());
    typed.put("who", "owner1@ronde.example");
    String path =
        done(anne.post("/challenges", typed)).location().replaceFirst("^https?://[^/]+", "");
    done(bruno.post(path + "/acceptances", Map.of("version", "1")));
    return path;
  }

  private Client.Answer prove(String duel, Map<String, String> fields, Map<String, byte[]> files) {
    MultipartBody body = new MultipartBody().field("csrf", bruno.pageToken());
    fields.forEach(body::field);
    files.forEach((name, content) -> body.file("files", name, content));
    return bruno.send(
        "POST",
        duel + "/proofs",
        Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", body.contentType()),
        body.bytes());
  }

  private static String attempt(String page) {
    return found("/attempts/(" + ID + ")/validations", page);
  }

  @Test
  void goesFromARefusedFormToTheGalleriesAndToWhoIsSeenInIt() {
    String duel = duel();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pancakes.jpg", Media.phoneJpeg(400, 300, 6));
    files.put("holiday.heic", Media.heic());

    Client.Answer refused =
        prove(duel, Map.of("text", "Golden and thin", "measure", "a lot"), files);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Golden and thin", "a lot", "above 0");
    String kept = found("/evidence/kept/(" + ID + ")", refused.text());
    Client.Answer heic =
        prove(
            duel,
            Map.of("text", "Golden and thin", "kept", kept),
            Map.of("holiday.heic", Media.heic()));
    assertThat(heic.text()).contains("holiday.heic", "photo library", "Most Compatible", kept);
    done(prove(duel, Map.of("text", "Golden and thin", "kept", kept), Map.of()));
    String page = anne.get(duel).text();
    String evidence = found("(/evidence/" + ID + ")\"", page);
    done(anne.post(duel + "/attempts/" + attempt(page) + "/validations", Map.of()));

    // Believed, and still nobody's but theirs.
    String activity = found("(/challenges/gallery\\?activity=" + ID + ")", page);
    String challenge = "/challenges/gallery?challenge=" + duel.replace("/challenges/", "");
    assertThat(stranger.get(activity).text()).doesNotContain(evidence);
    assertThat(stranger.get(evidence).status()).isEqualTo(404);
    String item = found(evidence + "/items/(" + ID + ")", bruno.get(evidence).text());
    done(
        bruno.post(
            evidence + "/audiences",
            Map.of(
                "audience", "MEMBERS", "alt-" + item, "Nine pancakes", "alone-" + item, "true")));
    assertThat(stranger.get(activity).text()).contains(evidence, "Nine pancakes");
    assertThat(anne.get(challenge).text()).contains(evidence, "Nine pancakes");
    assertThat(stranger.get(challenge).status()).isEqualTo(404);
    assertThat(nobody.get(evidence).status()).isEqualTo(404);
    assertThat(stranger.get(evidence + "/items/" + item).text())
        .doesNotContain(Media.SECRET)
        .doesNotContain("Exif");

    done(
        bruno.post(
            evidence + "/items/" + item + "/people",
            Map.of("cells", "7", "name", "Tom", "email", "tom@elsewhere.example")));
    String link =
        ronde.mailTo("tom@elsewhere.example", "picture").link().replaceFirst("^https?://[^/]+", "");
    assertThat(nobody.get(link).text()).contains("Owner 1", "picture");
    assertThat(nobody.get(link + "/picture").type()).isEqualTo("image/jpeg");
    done(
        nobody.send(
            "POST",
            link,
            Map.of(
                "Sec-Fetch-Site",
                "same-origin",
                "Content-Type",
                "application/x-www-form-urlencoded"),
            "answer=REMOVE"));
    assertThat(stranger.get(evidence).text()).contains("somebody in it has not agreed");
    assertThat(stranger.get(evidence + "/items/" + item).status()).isEqualTo(404);
    done(bruno.post(evidence + "/items/" + item + "/removals", Map.of()));
    assertThat(nobody.get(link).status()).isEqualTo(404);
    assertThat(nobody.get("/evidence/links/guessed").status()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoProofInWordsAndKeepsWhatWasTyped() {
    String duel = duel();
    byte[] photo = Media.jpeg(800, 600);
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put(
        "drawing.svg", Media.text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
    wrong.put("half.jpg", Arrays.copyOf(photo, photo.length / 2));
    wrong.put("page.jpg", Media.text("<html><script>alert(1)</script>"));
    wrong.put("film.mov", Media.join(Media.film("qt  ", 5), Media.text("<html>")));
    wrong.put("long.mp4", Media.film("mp42", 300));

    Client.Answer refused = prove(duel, Map.of("text", "I did it, look"), wrong);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("I did it, look").doesNotContain("/evidence/kept/");
    wrong.keySet().forEach(name -> assertThat(refused.text()).contains(name));
    Client.Answer large =
        prove(duel, Map.of("text", "I did it, look"), Map.of("large.mov", new byte[41_000_000]));
    assertThat(large.status()).isIn(413, 422);
    assertThat(large.text()).contains("40");
  }

  @Test
  void stopsAChallengeReportedAsDangerousAndHearsItsAuthor() {
    ronde.application().rooms().members().operators().createOperator("paul@ronde.example", "Paul");
    Client odile = Client.of(ronde, "odile@ronde.example");
    Client paul = Client.of(ronde, "paul@ronde.example");
    String duel = duel();
    String id = duel.replace("/challenges/", "");
    done(prove(duel, Map.of("text", "Hot!"), Map.of("a.jpg", Media.jpeg(60, 40))));
    String believe = duel + "/attempts/" + attempt(anne.get(duel).text()) + "/validations";

    done(
        bruno.post(
            "/reports/challenge/" + id, Map.of("reason", "DANGEROUS", "words", "On a roof")));
    done(
        odile.post(
            "/operator/reports/challenge/" + id + "/decisions",
            Map.of("hide", "yes", "reason", "A roof is no kitchen.")));

    Client.Answer frozen = anne.post(believe, Map.of());
    assertThat(frozen.status()).isEqualTo(409);
    assertThat(frozen.text()).contains("paused");
    assertThat(points(bruno)).isZero();
    assertThat(anne.get("/notices").text()).contains("A roof is no kitchen.");
    assertThat(bruno.get("/notices").text()).contains("Pancakes at sunrise");
    assertThat(stranger.get(duel).status()).isEqualTo(404);

    done(anne.post(duel + "/appeals", Map.of("statement", "It is a roof terrace with a kitchen.")));
    assertThat(anne.post(duel + "/appeals", Map.of("statement", "Once more")).status())
        .isEqualTo(409);
    String desk = found("(/disputes/" + ID + ")", paul.get("/operator/disputes").text());
    assertThat(paul.get(desk).text()).contains("roof terrace");
    Map<String, String> decision = Map.of("upheld", "yes", "reason", "So it is.");
    assertThat(odile.post(desk + "/decisions", decision).status()).isEqualTo(403);
    done(paul.post(desk + "/decisions", decision));
    done(anne.post(believe, Map.of()));
    assertThat(points(bruno)).isPositive();
  }

  private static int points(Client client) {
    return Integer.parseInt(found("\"points\":(-?\\d+)", client.get("/api/v1/points").text()));
  }
}
