package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;

/** What clearings assume of the company that the token acts for. */
@Path("/api/v1/cycles/history")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
  private final Histories histories;

  /**
   * What my company's cycles so far say of its next.
   *
   * @param answers how many of its latest answers count, silence until a deadline among them
   * @param yeses how many of these were yes
   * @param yesPercent how likely its next answer is taken to be a yes, 1 to 100
   * @param agreedOn day, in UTC, of its last exchange; null while there was none
   * @param waitingDays days since then or, without one, since it came
   * @param missedCycles cycles it said yes to since then that others let fall
   * @param openCycles cycles it stands in now that not everybody has answered
   */
  public record HistoryBody(
      int answers,
      int yeses,
      int yesPercent,
      @Nullable LocalDate agreedOn,
      int waitingDays,
      int missedCycles,
      int openCycles) {}

  public HistoryResource(Histories histories) {
    this.histories = histories;
  }

  @GET
  @Operation(
      summary = "What clearings assume of my company",
      description = "No other company is told.",
      responses = {
        @ApiResponse(responseCode = "200", description = "As of today"),
        @ApiResponse(responseCode = "403", description = "I act for no company")
      })
  public HistoryBody show(@Auth Actor actor) {
    var past = histories.past(actor);
    return new HistoryBody(
        past.answers(),
        past.yeses(),
        past.yesPercent(),
        past.agreedOn(),
        past.waitingDays(),
        past.missedCycles(),
        past.openCycles());
  }
}
