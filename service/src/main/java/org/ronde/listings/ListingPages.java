package org.ronde.listings;

import io.dropwizard.auth.Auth;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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
import org.ronde.ids.ListingId;

/** A company's listings: all of them, one of them, the form that writes them. */
@Path("/listings")
@Produces(MediaType.TEXT_HTML)
public final class ListingPages {
  private final Listings listings;
  private final Catalogue catalogue;
  private final ListingRules rules;
  private final Words words;
  private final ListingForms forms;

  public ListingPages(Listings listings, Catalogue catalogue, ListingRules rules, Words words) {
    this.listings = listings;
    this.catalogue = catalogue;
    this.rules = rules;
    this.words = words;
    this.forms = new ListingForms(rules, words);
  }

  /** Listings of one state, on the page of all that are mine. */
  public record Shelf(Listing.State state, List<Listing> listings) {
    public Shelf {
      listings = List.copyOf(listings);
    }
  }

  /** Everything the actor's company lists, by state. */
  @GET
  public View mine(@Auth Actor actor) {
    List<Listing> mine = listings.mine(actor);
    List<Shelf> shelves =
        Stream.of(
                Listing.State.PUBLISHED,
                Listing.State.DRAFT,
                Listing.State.PAUSED,
                Listing.State.EXPIRED,
                Listing.State.WITHDRAWN)
            .map(s -> new Shelf(s, mine.stream().filter(l -> l.state() == s).toList()))
            .filter(shelf -> !shelf.listings().isEmpty())
            .toList();
    return View.of("listings/mine")
        .with("shelves", shelves)
        .with("approved", actor.company().approved());
  }

  /** The empty form; a category may be set by whoever links here. */
  @GET
  @Path("/new")
  public View blank(
      @Auth Actor actor,
      @QueryParam("side") @Nullable String side,
      @QueryParam("category") @Nullable String category,
      @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Form form = forms.blank(listings.today(), locale).preset("category", category);
    return form(actor, side(side), null, form, locale);
  }

  /** Writes a listing, and publishes it when that button was pressed. */
  @POST
  @Once
  public Response create(@Auth Actor actor, Form form, @Context ContainerRequestContext request) {
    Listing.Side side = side(form.value("side"));
    Locale locale = Languages.of(request);
    try {
      Listing listing = listings.create(actor, side, read(form, side));
      return saved(actor, form, listing);
    } catch (Refusal refusal) {
      form.refused(refusal, words, locale);
      return form(actor, side, null, form, locale).answering(refusal);
    }
  }

  /** One listing, with what its owner may do about it. */
  @GET
  @Path("/{id}")
  public View show(
      @Auth Optional<Actor> actor,
      @PathParam("id") ListingId id,
      @Context ContainerRequestContext request) {
    return page(actor, id, Form.empty(), Languages.of(request));
  }

  /** The form with what the listing says now. */
  @GET
  @Path("/{id}/edit")
  public View edit(
      @Auth Actor actor, @PathParam("id") ListingId id, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Listing listing = own(actor, id);
    return form(actor, listing.side(), listing, forms.of(listing, locale), locale);
  }

  /** Gives the listing new terms. */
  @POST
  @Path("/{id}/revisions")
  @Once
  public Response revise(
      @Auth Actor actor,
      @PathParam("id") ListingId id,
      Form form,
      @Context ContainerRequestContext request) {
    Listing before = own(actor, id);
    Locale locale = Languages.of(request);
    try {
      OptionalLong revision = TypedAmounts.findWhole(form.value("revision"));
      ListingDraft draft = read(form, before.side());
      Listing listing = listings.edit(actor, id, (int) revision.orElse(0), draft);
      return saved(actor, form, listing);
    } catch (Refusal refusal) {
      form.refused(refusal, words, locale);
      return form(actor, before.side(), before, form, locale).answering(refusal);
    }
  }

  /** Publishes, pauses, withdraws or renews it. */
  @POST
  @Path("/{id}/{move: " + Move.NOUNS + "}")
  @Once
  public Response move(
      @Auth Actor actor,
      @PathParam("id") ListingId id,
      @PathParam("move") Move move,
      @Context ContainerRequestContext request) {
    try {
      move.of(listings, actor, id);
      return Redirect.to("/listings/" + id).saying(move.flash()).response();
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.NOT_FOUND) {
        throw refusal;
      }
      Locale locale = Languages.of(request);
      Form form = Form.empty().refused(refusal, words, locale);
      return page(Optional.of(actor), id, form, locale).answering(refusal);
    }
  }

  /** After the form: one click also publishes what is not published yet. */
  private Response saved(Actor actor, Form form, Listing listing) {
    boolean publish =
        form.value("then").equals("publish") && listing.state() != Listing.State.PUBLISHED;
    if (publish) {
      listings.publish(actor, listing.id());
    }
    return Redirect.to("/listings/" + listing.id())
        .saying(publish ? "listings.flash.published" : "listings.flash.saved")
        .response();
  }

  private ListingDraft read(Form form, Listing.Side side) {
    return forms.read(form, draft -> listings.faults(side, draft));
  }

  private Listing own(Actor actor, ListingId id) {
    Listing listing = listings.listing(id);
    if (!listings.owns(Optional.of(actor), listing)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return listing;
  }

  private static Listing.Side side(@Nullable String side) {
    return "NEED".equals(side) ? Listing.Side.NEED : Listing.Side.OFFER;
  }

  private View page(Optional<Actor> actor, ListingId id, Form form, Locale locale) {
    Listing listing = listings.visible(actor, id);
    Shown shown = Shown.of(catalogue.entries(List.of(id)).get(0), rules, locale);
    boolean mine = listings.owns(actor, listing);
    return View.of("listings/listing")
        .with(form)
        .with("shown", shown)
        .with("listing", listing)
        .with("mine", mine)
        .with("approved", actor.map(Actor::canTrade).orElse(false))
        .with("mayPublish", mine && listing.state().mayBecome(Listing.State.PUBLISHED))
        .with("mayPause", mine && listing.state().mayBecome(Listing.State.PAUSED))
        .with("mayWithdraw", mine && listing.state().mayBecome(Listing.State.WITHDRAWN))
        .with("mayRenew", mine && renewable(listing))
        .with("mayEdit", mine && listing.state() != Listing.State.WITHDRAWN)
        .with("opposite", listing.side() == Listing.Side.OFFER ? "NEED" : "OFFER");
  }

  private static boolean renewable(Listing listing) {
    return switch (listing.state()) {
      case PUBLISHED, PAUSED, EXPIRED -> true;
      case DRAFT, WITHDRAWN -> false;
    };
  }

  private View form(
      Actor actor, Listing.Side side, @Nullable Listing listing, Form form, Locale locale) {
    return View.of("listings/form")
        .with(form)
        .with("side", side)
        .with("listing", listing)
        .with("approved", actor.company().approved())
        .with("categories", forms.categories(locale))
        .with("units", forms.units(locale))
        .with("vatRates", forms.vatRates(locale))
        .with("departements", forms.departements())
        .with("reaches", forms.reaches(locale))
        .with("titleMax", ListingRules.TITLE_MAX)
        .with("descriptionMax", ListingRules.DESCRIPTION_MAX)
        .with(
            "groups",
            listings.groups(actor).stream()
                .map(group -> ListingForms.choice(group, group))
                .toList());
  }
}
