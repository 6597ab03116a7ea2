package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronde.http.Actor;
import org.ronde.http.Once;
import org.ronde.ids.CycleId;

class OpenApiDocumentTest {
  private static final String RING = "/paths/~1api~1v1~1bells/post";
  private static final String BELL = "/paths/~1api~1v1~1bells~1{id}/get";

  private final JsonNode document = document();

  private static JsonNode document() {
    try {
      return new ObjectMapper()
          .readTree(
              OpenApiDocument.json(
                  OpenApiDocument.of(
                      List.of(BellResource.class, BellPages.class),
                      URI.create("https://ronde.example"))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  record Bell(CycleId id, String tone) {}

  record Ring(@NotNull String tone) {}

  @Path("/api/v1/bells")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class BellResource {
    @GET
    @Path("{id}")
    @Operation(
        summary = "One bell",
        responses = @ApiResponse(responseCode = "200", description = "The bell"))
    public Bell bell(@Auth Optional<Actor> actor, @PathParam("id") CycleId id) {
      return new Bell(id, "deep");
    }

    @POST
    @Once
    @Operation(summary = "Rings it")
    public Bell ring(@Auth Actor actor, @NotNull @Valid Ring ring) {
      throw new IllegalStateException(ring.tone());
    }
  }

  @Path("/bells")
  public static final class BellPages {
    @GET
    public String bells() {
      return "";
    }
  }

  @Test
  void describesTheApiAndNotThePages() {
    assertThat(document.get("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("/api/v1/bells", "/api/v1/bells/{id}");
  }

  @Test
  void asksForAKeyWhereARequestCreatesOrDecides() {
    assertThat(document.at(RING + "/parameters").findValuesAsText("name"))
        .containsExactly("Idempotency-Key");
    assertThat(document.at(BELL + "/parameters").findValuesAsText("name")).containsExactly("id");
  }

  @Test
  void takesTheActorForNoBody() {
    assertThat(document.toString()).doesNotContain("acting").doesNotContain("Actor");
    assertThat(document.at(RING).has("requestBody")).isTrue();
    assertThat(document.at(BELL).has("requestBody")).isFalse();
  }

  @Test
  void describesAnIdAsText() {
    assertThat(
            document.at("/components/schemas/OpenApiDocumentTestBell/properties/id/type").asText())
        .isEqualTo("string");
  }

  @Test
  void describesWhatAnAnswerHoldsThatIsOnlyToldInWords() {
    assertThat(document.at(BELL + "/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/OpenApiDocumentTestBell");
  }

  @Test
  void tellsOfEveryOperationHowItRefuses() {
    assertThat(document.at(RING + "/responses/default/content").has("application/problem+json"))
        .isTrue();
    assertThat(document.at(RING + "/security/0").has("token")).isTrue();
  }
}
