package org.ronde.cycles;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;

/** The page on which a company says when it is closed, so that deadlines wait for it. */
@Path("/company/closing-days")
@Produces(MediaType.TEXT_HTML)
public final class ClosingDayPages {
  private static final String HERE = "/company/closing-days";

  private final ClosingDays closingDays;
  private final Words words;

  public ClosingDayPages(ClosingDays closingDays, Words words) {
    this.closingDays = closingDays;
    this.words = words;
  }

  /** Shows weekdays and periods. */
  @GET
  public View show(@Auth Actor actor) {
    return page(actor, Form.empty());
  }

  /** Saves the weekdays. */
  @POST
  @Once
  public Response closeOn(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    return answer(
        actor, form, request, () -> closingDays.closeOn(actor, weekdays(form.all("weekdays"))));
  }

  /** Adds a period. */
  @POST
  @Path("/periods")
  @Once
  public Response closeFrom(
      @Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    return answer(
        actor,
        form,
        request,
        () ->
            closingDays.closeFrom(actor, day(form.value("firstDay")), day(form.value("lastDay"))));
  }

  /** Takes a period away. */
  @POST
  @Path("/periods/{periodId}/removals")
  @Once
  public Response reopen(
      @Auth Actor actor,
      @PathParam("periodId") UUID period,
      Form form,
      @Context ContainerRequestContext request) {
    return answer(actor, form, request, () -> closingDays.reopen(actor, period));
  }

  private Response answer(Actor actor, Form form, ContainerRequestContext request, Runnable work) {
    try {
      work.run();
      return Redirect.to(HERE).saying("cycles.flash.closing").response();
    } catch (Refusal refusal) {
      if (refusal.type() != ProblemType.INVALID) {
        throw refusal;
      }
      form.refused(refusal, words, Languages.of(request));
      return page(actor, form).answering(refusal);
    }
  }

  private View page(Actor actor, Form form) {
    var closing = closingDays.closing(actor.company().companyId());
    return View.of("cycles/closing-days")
        .with(form)
        .with("weekdays", Arrays.stream(DayOfWeek.values()).limit(5).map(Enum::name).toList())
        .with("closed", closing.weekdays().stream().map(Enum::name).toList())
        .with("periods", closing.periods());
  }

  private static Set<DayOfWeek> weekdays(List<String> names) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var name : names) {
      try {
        days.add(DayOfWeek.valueOf(name));
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid(Refusal.Fault.of("weekdays", "cycles.closing.fault.weekdays"));
      }
    }
    return days;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
