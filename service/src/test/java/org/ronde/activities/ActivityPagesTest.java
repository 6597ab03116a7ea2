package org.ronde.activities;

import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.activities.Meadow.OPERATOR;
import static org.ronde.activities.Meadow.slots;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.activities.Slots.Slot;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;

@Tag("database")
class ActivityPagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Meadow MEADOW = new Meadow(database);
  private static final Slots THURSDAY_EVENING = slots(new Slot(THURSDAY, Slots.Part.EVENING));

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () ->
              MEADOW.activities.resources(
                  TestServer.words(),
                  activity ->
                      List.of(
                          new ActivityPanels.Panel(
                              "activities.partners.link", "/gallery/" + activity.code()))));

  private final Actor robin = MEADOW.person("Robin");

  @BeforeEach
  void grow() {
    MEADOW.grow();
  }

  private static void shown(HttpResponse<String> page, String... texts) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(texts);
  }

  private static void moved(HttpResponse<String> answer, String to) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(to);
  }

  private static void again(HttpResponse<String> page, String... texts) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(422);
    assertThat(page.body()).contains(texts);
  }

  @Test
  void showsTheCatalogueToEverybody() {
    shown(server.asNobody().get("/activities"), "4 activities", "Rackets and bats", "Pillow fight");
    shown(server.asNobody().get("/activities?family=racket"), ">Tennis</a>");
    shown(server.asNobody().get("/activities?q=polochon"), "One activity found", "Pillow fight");
    shown(server.asNobody().get("/activities?q=%3Cb%3Ezzz"), "Nothing found", "&lt;b&gt;zzz");
    shown(server.asNobody().get("/activities?family=nothing"), "What members practise most");
  }

  @Test
  void showsAnActivityAndTheWaysToOtherRooms() {
    HttpResponse<String> page = server.asNobody().get("/activities/tennis");

    shown(
        page,
        "a photo",
        "from 0 to 500",
        "/challenges/new?activity=" + MEADOW.activity("tennis").id(),
        "/gallery/tennis",
        "nobody practises it yet");
    shown(server.asNobody().get("/activities/wine-quiz"), "For adults only");
    assertThat(server.asNobody().get("/activities/nothing").statusCode()).isEqualTo(404);
    moved(
        server.asNobody().get("/activities/" + MEADOW.activity("tennis").id()),
        "/activities/tennis");
  }

  @Test
  void saysWhetherAnybodyNearMeHasTried() {
    MEADOW.put(robin, "chess", "Muret", Level.REGULAR, Slots.NONE, true);

    shown(
        server.as(robin).get("/activities/tennis"),
        "Nobody has tried this within 50 km of Muret (31)");
    MEADOW.practising("Zoé", "tennis", "Toulouse", Level.REGULAR, Slots.NONE);
    shown(
        server.as(robin).get("/activities/tennis"),
        "One person practises it within 50 km of Muret (31).");
  }

  @Test
  void takesDownWhatIPractise() {
    shown(server.as(robin).get("/practices"), "Nothing yet");
    shown(
        server.as(robin).get("/practices/tennis"), "How well do you do it?", "slot-SUNDAY_EVENING");

    HttpResponse<String> saved =
        server
            .as(robin)
            .post(
                "/practices/tennis",
                Map.of(
                    "level", "REGULAR",
                    "town", "muret",
                    "slot", "THURSDAY_EVENING",
                    "findable", "true"));

    moved(saved, "/practices");
    shown(
        server.as(robin).get("/practices"),
        "Muret (31)",
        "Thursday evening",
        "Partners can find you",
        "I manage");
    shown(
        server.as(robin).get("/practices/tennis"),
        "value=\"THURSDAY_EVENING\" checked",
        "value=\"Muret (31)\"");
    moved(server.as(robin).post("/practices/tennis/removals", Map.of()), "/practices");
    shown(server.as(robin).get("/practices"), "Nothing yet");
  }

  @Test
  void asksWhichTownWithoutLosingWhatWasTyped() {
    HttpResponse<String> which =
        server
            .as(robin)
            .post(
                "/practices/tennis",
                Map.of("level", "EXPERT", "town", "London", "slot", "MONDAY_MORNING"));
    String canada = Meadow.GAZETTEER.search("London, Canada", 1).get(0).code();

    again(
        which,
        "Several towns have this name",
        "London, United Kingdom",
        "value=\"" + canada + "\"",
        "value=\"MONDAY_MORNING\" checked",
        "value=\"London\"");
    moved(
        server
            .as(robin)
            .post(
                "/practices/tennis",
                Map.of("level", "EXPERT", "town", "London", "townCode", canada)),
        "/practices");
    again(server.as(robin).post("/practices/tennis", Map.of()), "Choose a level", "Say around");
    again(
        server.as(robin).post("/practices/wine-quiz", Map.of("level", "EXPERT", "town", "Muret")),
        "confirm that you are 18");
  }

  @Test
  void findsPartnersByTheAddressOfThePage() {
    MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);

    HttpResponse<String> page =
        server
            .as(robin)
            .get("/partners?activity=tennis&town=Toulouse&km=25&day=THURSDAY&part=EVENING");

    shown(
        page,
        "One person for Tennis around Toulouse (31)",
        "Zoé",
        "Muret (31)",
        "Thursday evening",
        "/partners/ask?member=");
    assertThat(page.body()).doesNotContain("@private.example");
    shown(
        server.as(robin).get("/partners?activity=tennis&town=Toulouse&day=FRIDAY"),
        "Nobody yet for Tennis",
        "Launch an open challenge");
    shown(server.as(robin).get("/partners"), "Who could join you?");
    shown(
        server.as(robin).get("/partners?activity=tennis&town=London"),
        "Several towns have this name");
    shown(server.as(robin).get("/partners?activity=n&town=Muret&km=7"), "Choose one of");
    moved(server.asNobody().get("/partners"), "/sign-in?next=%2Fpartners");
  }

  @Test
  void asksAlongAndAnswers() {
    Actor zoe = MEADOW.practising("Zoé", "tennis", "Muret", Level.REGULAR, THURSDAY_EVENING);
    String member = zoe.memberId().toString();
    shown(
        server.as(robin).get("/partners/ask?member=" + member + "&activity=tennis"),
        "Ask Zoé along: Tennis");
    Map<String, String> fields =
        Map.of("member", member, "activity", "tennis", "word", "Court <2> at six?");

    HttpResponse<String> sent = server.as(robin).post("/partners/requests", fields);
    String path = sent.headers().firstValue("Location").orElseThrow().replaceFirst(".*//[^/]*", "");

    shown(server.as(zoe).get(path), "Robin would like to play: Tennis", "Court &lt;2&gt; at six?");
    again(server.as(robin).post("/partners/requests", fields), "You have asked this before");
    moved(server.as(zoe).post(path + "/answers", Map.of("accept", "true", "answer", "Yes!")), path);
    shown(server.as(robin).get(path), "It is a yes", "Yes!", "member=" + member);
    shown(server.as(robin).get("/partners/requests"), "Zoé, Tennis");
    assertThat(server.as(zoe).post(path + "/answers", Map.of("accept", "false")).statusCode())
        .isEqualTo(409);
    assertThat(server.as(MEADOW.person("Eve")).get(path).statusCode()).isEqualTo(404);
    assertThat(server.as(robin).get("/partners/ask").statusCode()).isEqualTo(404);
    assertThat(
            server
                .as(robin)
                .post("/partners/requests", Map.of("member", "x", "activity", "tennis"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void takesAProposalFromMemberToCatalogue() {
    moved(
        server
            .as(robin)
            .post(
                "/activities",
                Map.of(
                    "name", "Goûter",
                    "family", "kitchen",
                    "description", "Tea and cakes for twenty.")),
        "/activities/new");
    shown(server.as(robin).get("/activities/new"), "Goûter", "Being read");
    shown(server.as(OPERATOR).get("/operator/activities"), "One proposal waits", "Goûter");
    String path =
        "/operator/activities/proposals/"
            + MEADOW.activities.proposals().waiting(OPERATOR).get(0).proposalId();
    shown(server.as(OPERATOR).get(path), "Tea and cakes for twenty.", "value=\"gouter\"");
    Map<String, String> terms =
        Map.of(
            "code", "tea-party",
            "family", "kitchen",
            "name_en", "Tea party",
            "name_fr", "Goûter",
            "evidence", "PHOTO",
            "measure", "COUNT",
            "min", "1",
            "max", "x",
            "difficulty", "1");

    again(server.as(OPERATOR).post(path + "/approvals", terms), "A number, 0 or more", "Tea party");
    Map<String, String> right = new java.util.HashMap<>(terms);
    right.put("max", "20");
    moved(server.as(OPERATOR).post(path + "/approvals", right), "/operator/activities");

    shown(server.asNobody().get("/activities/tea-party"), "Tea party");
    shown(server.as(robin).get("/activities/new"), "In the catalogue");
    shown(server.as(OPERATOR).get(path), "In the catalogue");
    assertThat(server.as(robin).get("/operator/activities").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesAProposalWithAReason() {
    MEADOW.activities.proposals().propose(robin, "Tea", "kitchen", "Something to drink.");
    String path =
        "/operator/activities/proposals/"
            + MEADOW.activities.proposals().waiting(OPERATOR).get(0).proposalId();

    again(server.as(OPERATOR).post(path + "/refusals", Map.of()), "Say why");
    moved(
        server.as(OPERATOR).post(path + "/refusals", Map.of("reason", "Too wet.")),
        "/operator/activities");

    shown(server.as(robin).get("/activities/new"), "Not taken up", "Too wet.");
  }

  @Test
  void stopsADangerousProposalAndOffersToAsk() {
    HttpResponse<String> stopped =
        server
            .as(robin)
            .post(
                "/activities",
                Map.of(
                    "name", "Saut du pont",
                    "family", "water",
                    "description", "Dans la Garonne, un soir."));

    again(stopped, "Falls are no game", "/activities/questions?words=Saut%20du%20pont", "Garonne");
    shown(server.as(robin).get("/activities/questions?words=Saut%20du%20pont"), "Saut du pont");
    moved(
        server.as(robin).post("/activities/questions", Map.of("words", "Saut du pont")),
        "/activities");
    again(server.as(robin).post("/activities/questions", Map.of("words", "Tea")), "go ahead");
    shown(server.as(OPERATOR).get("/operator/activities"), "One question about safety");
    String path =
        "/operator/activities/questions/"
            + MEADOW.activities.safety().open(OPERATOR).get(0).questionId()
            + "/answers";
    again(server.as(OPERATOR).post(path, Map.of("allow", "false")), "Write a sentence");
    moved(
        server.as(OPERATOR).post(path, Map.of("allow", "false", "answer", "No.")),
        "/operator/activities");
  }

  @Test
  void showsWhatAFileWouldChangeBeforeItDoes() {
    String csv =
        server.as(OPERATOR).get("/operator/activities/export.csv").body()
            + "tea,kitchen,Tea <party>,Goûter,,,PHOTO,COUNT,true,1,20,1,false,PUBLISHED\n";
    Map<String, String> look = Map.of("csv", csv);

    shown(
        server.as(OPERATOR).post("/operator/activities/imports", look),
        "One new activity, none changed, 4 the same",
        "Tea &lt;party&gt;",
        "Change the catalogue");
    assertThat(MEADOW.activities.find("tea")).isEmpty();
    again(
        server
            .as(OPERATOR)
            .post("/operator/activities/imports", Map.of("csv", csv + "x,y\n", "apply", "true")),
        "line 7",
        "This line has 2 values");
    moved(
        server
            .as(OPERATOR)
            .post("/operator/activities/imports", Map.of("csv", csv, "apply", "true")),
        "/operator/activities");
    assertThat(MEADOW.activities.find("tea")).isPresent();
    assertThat(server.as(robin).get("/operator/activities/export.csv").statusCode()).isEqualTo(404);
    assertThat(server.as(robin).get("/operator/activities/imports").statusCode()).isEqualTo(404);
    assertThat(server.as(robin).post("/operator/activities/imports", look).statusCode())
        .isEqualTo(404);
  }
}
