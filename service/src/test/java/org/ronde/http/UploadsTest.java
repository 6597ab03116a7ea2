package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;

@Tag("database")
class UploadsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @RegisterExtension
  static final TestServer server = new TestServer(database, () -> List.of(new AlbumPages()));

  private static final List<String> STUCK = new CopyOnWriteArrayList<>();
  private static final List<java.nio.file.Path> TEMPORARY = new CopyOnWriteArrayList<>();
  private static final List<String> RESCUED = new CopyOnWriteArrayList<>();
  private static final List<Prepared> PREPARED = new CopyOnWriteArrayList<>();

  private final Actor baker = TestServer.trader("Boulangerie Paul");

  /** How many files were looked at, and whether a connection was held. */
  private record Prepared(int files, boolean inTransaction) {}

  /** An album to stick pictures into. */
  @Path("/album")
  @Produces(MediaType.TEXT_HTML)
  public static final class AlbumPages implements Preparing {
    @Override
    public void prepare(Form form) {
      form.made(Prepared.class, () -> prepared(form));
    }

    private static Prepared prepared(Form form) {
      Prepared prepared = new Prepared(form.uploads("files").size(), inTransaction());
      PREPARED.add(prepared);
      return prepared;
    }

    private static boolean inTransaction() {
      try {
        return database.transactions().part(() -> true);
      } catch (IllegalStateException e) {
        return false;
      }
    }

    @POST
    @Once
    @Uploads
    public Response stick(@Auth Actor actor, Form form) {
      form.made(Prepared.class, () -> prepared(form));
      List<String> names = new ArrayList<>();
      for (Upload upload : form.uploads("files")) {
        TEMPORARY.add(upload.content());
        names.add("%s %d %s".formatted(upload.name(), upload.size(), text(upload)));
      }
      form.whenRefused(() -> RESCUED.addAll(names));
      if (form.value("title").isEmpty()) {
        return Response.status(422).entity("again").build();
      }
      if (form.value("title").equals("fall")) {
        throw new IllegalStateException("fallen");
      }
      STUCK.addAll(names);
      return Redirect.to("/album?" + STUCK.size()).response();
    }

    @POST
    @Path("/notes")
    @Once
    public Response note(@Auth Actor actor, Form form) {
      return Redirect.to("/album").response();
    }

    private static String text(Upload upload) {
      try {
        return Files.readString(upload.content());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void clear() {
    STUCK.clear();
    TEMPORARY.clear();
    RESCUED.clear();
    PREPARED.clear();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A connection takes the next request when the last one has ended, not when it was answered. */
  private static void afterwards(TestServer.Client client) {
    client.get("/album/none");
  }

  @Test
  void readsFieldsAndFilesAndLeavesNoFileBehind() {
    TestServer.Client client = server.as(baker);
    HttpResponse<String> answer =
        client.postFiles("/album", Map.of("title", "Été"), Map.of("a/../b.txt", bytes("hello")));
    afterwards(client);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(STUCK).containsExactly("a/../b.txt 5 hello");
    assertThat(TEMPORARY).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void leavesNoFileBehindWhenTheWorkFails() {
    TestServer.Client client = server.as(baker);
    HttpResponse<String> answer =
        client.postFiles("/album", Map.of("title", "fall"), Map.of("a", bytes("a")));
    afterwards(client);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(TEMPORARY).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void looksAtFilesOnceAndBeforeTheTransactionOpens() {
    server
        .as(baker)
        .postFiles("/album", Map.of("title", "Été"), Map.of("a", bytes("a"), "b", bytes("b")));

    assertThat(PREPARED).containsExactly(new Prepared(2, false));
  }

  @Test
  void takesAFileFieldLeftAloneForNoFile() {
    server.as(baker).postFiles("/album", Map.of("title", "x"), Map.of("", new byte[0]));

    assertThat(STUCK).isEmpty();
  }

  @Test
  void sticksARepeatedFormOnceThoughItsBoundaryDiffers() {
    Map<String, String> fields = Map.of("title", "Summer");
    Map<String, byte[]> files = Map.of("a.txt", bytes("hello"));

    HttpResponse<String> first = server.as(baker).postFiles("/album", fields, files, "key");
    HttpResponse<String> second = server.as(baker).postFiles("/album", fields, files, "key");

    assertThat(STUCK).hasSize(1);
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void refusesTheSameKeyWithAnotherFile() {
    Map<String, String> fields = Map.of("title", "Summer");
    server.as(baker).postFiles("/album", fields, Map.of("a", bytes("hello")), "key");

    HttpResponse<String> other =
        server.as(baker).postFiles("/album", fields, Map.of("a", bytes("bello")), "key");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(STUCK).hasSize(1);
  }

  @Test
  void rescuesFilesOfAFormThatIsShownAgain() {
    HttpResponse<String> answer =
        server.as(baker).postFiles("/album", Map.of("title", ""), Map.of("a", bytes("kept")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RESCUED).containsExactly("a 4 kept");
  }

  @Test
  void rescuesNothingWhenAllWentWell() {
    server.as(baker).postFiles("/album", Map.of("title", "x"), Map.of("a", bytes("a")));

    assertThat(RESCUED).isEmpty();
  }

  @Test
  void refusesAFormWithFilesFromAnotherSite() {
    MultipartBody body =
        new MultipartBody()
            .field("title", "x")
            .field("csrf", "guessed")
            .field("idempotencyKey", "k");

    HttpResponse<String> answer =
        server.as(baker).postBody("/album", body.contentType(), body.bytes());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(STUCK).isEmpty();
  }

  @Test
  void refusesABodyThatIsCutOff() {
    MultipartBody body = new MultipartBody().field("title", "x").file("files", "a", bytes("a"));

    HttpResponse<String> answer =
        server.as(baker).postBody("/album", body.contentType(), body.cutOff());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(STUCK).isEmpty();
  }

  @Test
  void refusesWhatIsNoForm() {
    HttpResponse<String> noise =
        server.as(baker).postBody("/album", "multipart/form-data; boundary=x", bytes("noise"));
    HttpResponse<String> bare =
        server.as(baker).postBody("/album", "multipart/form-data", bytes("noise"));

    assertThat(noise.statusCode()).isEqualTo(400);
    assertThat(bare.statusCode()).isEqualTo(415);
  }

  @Test
  void refusesTooManyParts() {
    MultipartBody body = new MultipartBody();
    for (int i = 0; i < 300; i++) {
      body.field("f" + i, "x");
    }

    HttpResponse<String> answer =
        server.as(baker).postBody("/album", body.contentType(), body.bytes());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Too many parts");
  }

  @Test
  void refusesAFieldThatIsTooLong() {
    HttpResponse<String> answer =
        server.as(baker).postFiles("/album", Map.of("title", "x".repeat(70_000)), Map.of());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("A field is too long");
  }

  @Test
  void takesFilesOnlyWhereTheMethodSaysSo() {
    HttpResponse<String> files =
        server.as(baker).postFiles("/album/notes", Map.of(), Map.of("a", bytes("a")));
    HttpResponse<String> large =
        server.as(baker).postFiles("/album/notes", Map.of(), Map.of("a", new byte[300_000]));

    assertThat(files.statusCode()).isEqualTo(415);
    assertThat(large.statusCode()).isEqualTo(413);
  }

  @Test
  void readsAFileLargerThanAllowedToItsEndSoThatTheRestIsKept() {
    byte[] film = new byte[41_000_000];

    HttpResponse<String> answer =
        server.as(baker).postFiles("/album", Map.of("title", ""), Map.of("film", film));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RESCUED).hasSize(1).allMatch(kept -> kept.startsWith("film 41000000 "));
  }
}
