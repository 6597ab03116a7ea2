package org.ronde.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.ids.FileId;
import org.ronde.ids.Ids;

@Tag("database")
class DeliveryTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Files FILES =
      new Files(database.jdbi(), database.transactions(), Ids.timeOrdered());

  @RegisterExtension
  static final TestServer server = new TestServer(database, () -> List.of(new BytesPages()));

  private final byte[] film = new byte[Files.PIECE_BYTES * 2 + 1234];
  private FileId id = new FileId(Ids.timeOrdered().next());

  /** Every file, to everybody. */
  @Path("/bytes/{id}")
  public static final class BytesPages {
    @GET
    @Produces(MediaType.WILDCARD)
    public Response bytes(
        @Auth Optional<Actor> actor,
        @PathParam("id") FileId id,
        @Context ContainerRequestContext request) {
      return new Delivery(FILES).send(id, request);
    }
  }

  @BeforeEach
  void keep() {
    new Random(1).nextBytes(film);
    id = FILES.keep(film, "video/mp4");
  }

  private HttpResponse<byte[]> get(String... headers) {
    return server.asNobody().bytes("/bytes/" + id, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void sendsAllPiecesAndNoSharedCacheKeepsThem() {
    HttpResponse<byte[]> answer = get();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(film);
    assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(film.length));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void sendsOneRangeAcrossPieces() {
    int from = Files.PIECE_BYTES - 10;
    int to = Files.PIECE_BYTES * 2 + 9;

    HttpResponse<byte[]> answer = get("Range", "bytes=%d-%d".formatted(from, to));

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(film, from, to + 1));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to, film.length));
  }

  @Test
  void sendsTheRestOrTheEnd() {
    assertThat(get("Range", "bytes=%d-".formatted(film.length - 5)).body())
        .isEqualTo(Arrays.copyOfRange(film, film.length - 5, film.length));
    assertThat(get("Range", "bytes=-7").body())
        .isEqualTo(Arrays.copyOfRange(film, film.length - 7, film.length));
    assertThat(get("Range", "bytes=0-999999999").body()).isEqualTo(film);
  }

  @Test
  void refusesARangeBehindTheEnd() {
    for (String range : List.of("bytes=%d-".formatted(film.length), "bytes=-0")) {
      HttpResponse<byte[]> answer = get("Range", range);

      assertThat(answer.statusCode()).as(range).isEqualTo(416);
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + film.length);
    }
  }

  @Test
  void sendsTheWholeForSeveralRangesForNonsenseAndForAnOlderCopy() {
    assertThat(get("Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
    assertThat(get("Range", "metres=0-1").statusCode()).isEqualTo(200);
    assertThat(get("Range", "bytes=0-1", "If-Range", "\"old\"").statusCode()).isEqualTo(200);
    assertThat(get("Range", "bytes=0-1", "If-Range", header(get(), "ETag")).statusCode())
        .isEqualTo(206);
  }

  @Test
  void saysThatACopyIsStillGood() {
    String tag = header(get(), "ETag");

    HttpResponse<byte[]> again = get("If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void removesAllPieces() throws IOException {
    FILES.remove(id);

    assertThat(get().statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> FILES.file(id)).isInstanceOf(Refusal.class);
    try (InputStream rest = FILES.read(id, 0)) {
      assertThat(rest.readAllBytes()).isEmpty();
    }
  }

  @Test
  void vanishesWithTheTransactionThatKeptIt() {
    FileId[] kept = new FileId[1];

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          kept[0] = FILES.keep(film, "video/mp4");
                          throw new IllegalStateException("later");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(() -> FILES.file(kept[0])).isInstanceOf(Refusal.class);
  }
}
