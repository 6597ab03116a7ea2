package org.ronde.preferences;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Once;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.ListingId;
import org.ronde.matching.ArcKind;

/** The page on which a company says, offer by offer, what would do for one of its needs. */
@Path("/needs/{listingId}/candidates")
@Produces(MediaType.TEXT_HTML)
public final class CandidatePages {
  /** A field {@code tick.<offer>.<revision>} says what the company thinks of that revision. */
  private static final String TICK = "tick.";

  private final Candidates candidates;
  private final PreferenceSettings settings;
  private final Words words;

  public CandidatePages(Candidates candidates, PreferenceSettings settings, Words words) {
    this.candidates = candidates;
    this.settings = settings;
    this.words = words;
  }

  /** Shows the candidates that the filter in the address leaves, one page of them. */
  @GET
  public View show(
      @Auth Actor actor,
      @PathParam("listingId") ListingId need,
      @QueryParam("page") @DefaultValue("1") int page,
      @Context UriInfo address,
      @Context ContainerRequestContext request) {
    Form form = Form.empty();
    address.getQueryParameters().forEach((field, values) -> form.preset(field, values.get(0)));
    try {
      return page(actor, need, form, FilterFields.read(form), page);
    } catch (Refusal refusal) {
      return unfiltered(actor, need, form, refusal, request);
    }
  }

  /** Saves the ticks of one page, all at once. */
  @POST
  @Once
  public Response save(@Auth Actor actor, @PathParam("listingId") ListingId need, Form form) {
    List<Candidates.Answer> answers = new ArrayList<>();
    for (String field : form.fields()) {
      if (field.startsWith(TICK)) {
        answers.add(answer(field.substring(TICK.length()), form.value(field)));
      }
    }
    List<ListingId> gone = candidates.say(actor, need, answers);
    return Redirect.to(address(need, form))
        .saying(gone.isEmpty() ? "preferences.flash.ticks" : "preferences.flash.ticksGone")
        .response();
  }

  /** Says the same about all offers that the filter leaves, on whatever page. */
  @POST
  @Path("/all")
  @Once
  public Response saveAll(
      @Auth Actor actor,
      @PathParam("listingId") ListingId need,
      @Context ContainerRequestContext request,
      Form form) {
    try {
      CandidateFilter filter = FilterFields.read(form);
      candidates.sayAll(actor, need, filter, kind(form.value("answer")));
      return Redirect.to(address(need, form)).saying("preferences.flash.ticks").response();
    } catch (Refusal refusal) {
      return unfiltered(actor, need, form, refusal, request).answering(refusal);
    }
  }

  private View unfiltered(
      Actor actor, ListingId need, Form form, Refusal refusal, ContainerRequestContext request) {
    if (refusal.faults().isEmpty()) {
      throw refusal;
    }
    form.refused(refusal, words, Languages.of(request));
    return page(actor, need, form, CandidateFilter.none(), 1);
  }

  private View page(Actor actor, ListingId need, Form form, CandidateFilter filter, int page) {
    CandidateList list = candidates.candidates(actor, need);
    Paged<Candidate> shown = Paged.of(page, settings.candidatesPageSize(), list.matching(filter));
    String query = FilterFields.query(form);
    return View.of("preferences/candidates")
        .with(form)
        .with("list", list)
        .with("applied", filter.applied())
        .with("matching", shown.total())
        .with("rows", shown.items().stream().filter(candidate -> !candidate.never()).toList())
        .with("never", shown.items().stream().filter(Candidate::never).toList())
        .with("current", shown.page())
        .with("last", shown.lastPage())
        .with("pageAddress", (query.isEmpty() ? "?" : query + "&") + "page={page}");
  }

  private static Candidates.Answer answer(String offerAndRevision, String value) {
    try {
      int point = offerAndRevision.lastIndexOf('.');
      return new Candidates.Answer(
          ListingId.fromString(offerAndRevision.substring(0, Math.max(point, 0))),
          Integer.parseInt(offerAndRevision.substring(point + 1)),
          kind(value));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.MALFORMED);
    }
  }

  /** Nothing ticked means ask me. */
  private static ArcKind kind(String value) {
    return switch (value) {
      case "", "ASK" -> ArcKind.ASK;
      case "WOULD_TAKE" -> ArcKind.WOULD_TAKE;
      case "NEVER" -> ArcKind.NEVER;
      default -> throw new Refusal(ProblemType.MALFORMED);
    };
  }

  private static String address(ListingId need, Form form) {
    return "/needs/%s/candidates%s".formatted(need, FilterFields.query(form));
  }
}
