package org.ronde.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.MultipartBody;
import org.ronde.http.TestServer;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;

@Tag("database")
class EvidencePagesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Studio STUDIO = new Studio(database);

  @RegisterExtension
  static final TestServer server =
      new TestServer(
          database,
          () -> {
            List<Object> resources = new ArrayList<>(STUDIO.resources());
            resources.add(new TryPages(STUDIO));
            return resources;
          });

  private final Actor lea = STUDIO.member("Léa");
  private final Actor max = STUDIO.member("Max");
  private final Actor stranger = STUDIO.member("Stranger");

  private static String location(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(url -> url.replaceFirst("^http://[^/]+", ""))
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  private static String file(EvidenceId id, FileId item) {
    return "/evidence/%s/items/%s".formatted(id, item);
  }

  @Test
  void sendsAPhotoFromAForm() {
    HttpResponse<String> answer =
        server
            .as(lea)
            .postFiles(
                "/tries",
                Map.of("text", "At last", "measure", "5,2"),
                Map.of("a.jpg", Media.phoneJpeg(400, 200, 6)));
    String page = server.as(lea).get(location(answer)).body();

    assertThat(page).contains("At last").contains("5.2").contains("width=\"200\"");
  }

  @Test
  void keepsGoodFilesOfARefusedFormSoThatOnlyTheRefusedOneIsChosenAgain() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("good.jpg", Media.jpeg(60, 40));
    files.put("bad.heic", Media.heic());

    HttpResponse<String> refused =
        server.as(lea).postFiles("/tries", Map.of("text", "Long typed text"), files);
    Matcher kept = Pattern.compile("/evidence/kept/([0-9a-f-]{36})").matcher(refused.body());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Long typed text").contains("“bad.heic”");
    assertThat(kept.find()).isTrue();
    assertThat(server.as(lea).bytes(kept.group()).statusCode()).isEqualTo(200);
    assertThat(server.as(max).bytes(kept.group()).statusCode()).isEqualTo(404);

    HttpResponse<String> again =
        server
            .as(lea)
            .postFiles(
                "/tries",
                Map.of("text", "Long typed text", "kept", kept.group(1)),
                Map.of("other.jpg", Media.jpeg(50, 50)));
    EvidenceId id = EvidenceId.fromString(location(again).replace("/evidence/", ""));

    assertThat(STUDIO.proofs.proof(lea, id).items()).hasSize(2);
  }

  @Test
  void keepsFilesWhenOnlyAFieldWasWrong() {
    HttpResponse<String> refused =
        server
            .as(lea)
            .postFiles("/tries", Map.of("measure", "far"), Map.of("a.jpg", Media.jpeg(60, 40)));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/evidence/kept/").contains("value=\"far\"");
  }

  @Test
  void doesARepeatedProofOnce() {
    Map<String, String> fields = Map.of("text", "Once");
    Map<String, byte[]> files = Map.of("a.jpg", Media.jpeg(60, 40));

    HttpResponse<String> first = server.as(lea).postFiles("/tries", fields, files, "same");
    HttpResponse<String> second = server.as(lea).postFiles("/tries", fields, files, "same");

    assertThat(location(second)).isEqualTo(location(first));
    assertThat(STUDIO.proofs.of(lea, List.of(STUDIO.attempt))).hasSize(1);
  }

  @Test
  void takesAStillPictureOfAFilmFromTheBrowser() {
    MultipartBody body =
        new MultipartBody()
            .field("csrf", String.valueOf(lea.session()))
            .field("idempotencyKey", "poster")
            .file("files", "f.mp4", Media.film("mp42", 5))
            .file("poster", "poster.jpg", Media.jpeg(640, 360));

    String path = location(server.as(lea).postBody("/tries", body.contentType(), body.bytes()));
    EvidenceId id = EvidenceId.fromString(path.replace("/evidence/", ""));
    FileId item = STUDIO.item(lea, id);

    assertThat(STUDIO.proofs.proof(lea, id).items().get(0).poster()).isTrue();
    assertThat(server.as(lea).bytes(file(id, item) + "?size=small").statusCode()).isEqualTo(200);
    assertThat(server.as(lea).get(path).body()).contains("<video").contains("download");
  }

  @Test
  void servesAFilmInRangesToWhoMaySeeItOnly() {
    EvidenceId id =
        STUDIO.proofs.submit(
            STUDIO.submission(lea, Set.of(max), Media.upload("f", Media.film("qt  ", 5))));
    String path = file(id, STUDIO.item(lea, id));

    HttpResponse<byte[]> part = server.as(max).bytes(path, "Range", "bytes=4-7");

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(Media.asText(part.body())).isEqualTo("ftyp");
    assertThat(part.headers().firstValue("Content-Type")).contains("video/quicktime");
    assertThat(server.as(stranger).bytes(path).statusCode()).isEqualTo(404);
    assertThat(server.asNobody().bytes(path).statusCode()).isEqualTo(404);
    assertThat(server.as(lea).bytes(path + "?download").headers().firstValue("Content-Disposition"))
        .contains("attachment");
  }

  @Test
  void marksAsksAndShowsWithoutJavaScript() {
    EvidenceId id = STUDIO.striped(lea, max);
    FileId item = STUDIO.item(lea, id);
    String people = file(id, item) + "/people";

    assertThat(server.as(stranger).get(people).statusCode()).isEqualTo(404);
    assertThat(server.as(max).get(people).statusCode()).isEqualTo(404);
    assertThat(server.as(lea).post(people, Map.of("name", "Tom")).body())
        .contains("Choose where they are");
    location(server.as(lea).post(people, Map.of("cells", "0", "who", max.memberId().toString())));
    HttpResponse<String> unsaid =
        server.as(lea).post("/evidence/" + id + "/audiences", Map.of("audience", "PUBLIC"));
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body()).contains("Say in a sentence what it shows");
    location(
        server
            .as(lea)
            .post(
                "/evidence/" + id + "/audiences",
                Map.of("audience", "PUBLIC", "alt-" + item, "At the canal")));
    String blurred = server.asNobody().get("/evidence/" + id).body();
    String tag = server.asNobody().bytes(file(id, item)).headers().firstValue("ETag").orElse("");

    String asked = STUDIO.told.get(STUDIO.told.size() - 1).replaceFirst(".* at ", "");
    assertThat(server.as(stranger).get(asked).statusCode()).isEqualTo(404);
    assertThat(server.as(max).bytes(asked + "/picture").statusCode()).isEqualTo(200);
    location(server.as(max).post(asked, Map.of("answer", "YES")));

    assertThat(blurred).contains("Some people are blurred");
    assertThat(server.asNobody().get("/evidence/" + id).body())
        .contains("At the canal")
        .doesNotContain("Some people are blurred");
    // A browser's old copy is not good any more.
    assertThat(server.asNobody().bytes(file(id, item), "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersByTheLinkOfAMailWithoutAnAccount() {
    EvidenceId id = STUDIO.striped(lea, max);
    STUDIO.people.mark(lea, id, STUDIO.item(lea, id), Studio.mark("Tom", "tom@example.org", false));
    String path = STUDIO.asked();

    assertThat(server.asNobody().get(path).body()).contains("Léa would like to show you");
    assertThat(server.asNobody().bytes(path + "/picture").statusCode()).isEqualTo(200);
    location(server.asNobody().post(path, Map.of("answer", "REMOVE")));
    assertThat(server.asNobody().post(path, Map.of("answer", "MAYBE")).statusCode()).isEqualTo(400);

    assertThat(server.asNobody().get(path).body()).contains("You answered: Leave the picture out");
    assertThat(server.asNobody().get("/evidence/links/guess").statusCode()).isEqualTo(404);
  }

  @Test
  void leadsWhoSeesAProofToTheDesk() {
    EvidenceId id = STUDIO.striped(lea, max);
    ReportableProofs reportable = new ReportableProofs(STUDIO.proofs);

    assertThat(server.as(max).get("/evidence/" + id).body())
        .contains("/reports/evidence/" + id + "/new", "A challenge", "/there");
    assertThat(server.as(lea).get("/evidence/" + id).body()).doesNotContain("/reports/");
    assertThat(reportable.content(max, id.value()))
        .hasValueSatisfying(content -> assertThat(content.author()).isEqualTo(lea.memberId()));
    assertThat(reportable.content(stranger, id.value())).isEmpty();
  }

  @Test
  void removesAnItemForGood() {
    EvidenceId id = STUDIO.striped(lea, max);
    FileId item = STUDIO.item(lea, id);

    assertThat(server.as(max).post(file(id, item) + "/removals", Map.of()).statusCode())
        .isEqualTo(404);
    location(server.as(lea).post(file(id, item) + "/removals", Map.of()));

    assertThat(server.as(lea).bytes(file(id, item)).statusCode()).isEqualTo(404);
  }

  @Test
  void doesTheSameOverTheApi() {
    MultipartBody body =
        new MultipartBody()
            .field("csrf", String.valueOf(lea.session()))
            .field("idempotencyKey", "api")
            .file("files", "a.jpg", Media.jpeg(60, 40));
    HttpResponse<String> kept =
        server.as(lea).postBody("/api/v1/evidence/files", body.contentType(), body.bytes());
    MultipartBody bad =
        new MultipartBody()
            .field("csrf", String.valueOf(lea.session()))
            .field("idempotencyKey", "api-2")
            .file("files", "a.heic", Media.heic());
    HttpResponse<String> refused =
        server.as(lea).postBody("/api/v1/evidence/files", bad.contentType(), bad.bytes());
    EvidenceId id = STUDIO.striped(lea, max);
    FileId item = STUDIO.item(lea, id);
    String api = "/api/v1/evidence/" + id;

    HttpResponse<String> marked =
        server
            .as(lea)
            .postJson(
                api + "/items/" + item + "/people",
                """
                {"member":"%s","name":"","email":"","minor":false,
                 "box":{"x":0,"y":0,"width":300,"height":300}}
                """
                    .formatted(max.memberId()));
    HttpResponse<String> shown =
        server
            .as(lea)
            .postJson(
                api + "/audiences",
                """
                {"audience":"MEMBERS","items":[{"id":"%s","altText":"Stripes","alone":false}]}
                """
                    .formatted(item));
    String person = marked.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    HttpResponse<String> answered =
        server
            .as(max)
            .postJson("/api/v1/evidence/people/" + person + "/answers", "{\"answer\":\"REMOVE\"}");

    assertThat(kept.body()).matches("\\{\"kept\":\\[\"[0-9a-f-]{36}\"]}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("a.heic");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(server.as(stranger).get(api).body()).contains("\"withheld\":1");
    assertThat(server.asNobody().get(api).statusCode()).isEqualTo(404);
  }
}
