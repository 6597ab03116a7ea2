package org.ronde.listings;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Languages;
import org.ronde.http.View;
import org.ronde.http.Words;

/** The catalogue, open to everybody. */
@Path("/catalogue")
@Produces(MediaType.TEXT_HTML)
public final class CataloguePages {
  private final Catalogue catalogue;
  private final ListingRules rules;
  private final ListingForms forms;

  public CataloguePages(Catalogue catalogue, ListingRules rules, Words words) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.forms = new ListingForms(rules, words);
  }

  /** Shows what the address asks for; what makes no sense in it is left out. */
  @GET
  public View show(@Auth Optional<Actor> actor, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(request);
    Map<String, String> parameters = new HashMap<>();
    request.getUriInfo().getQueryParameters().forEach((k, v) -> parameters.put(k, v.get(0)));
    Catalogue.Found found = catalogue.find(catalogue.read(parameters, false));
    Search search = found.search();
    return View.of("listings/catalogue")
        .with("found", found)
        .with("search", search)
        .with("values", search.parameters())
        .with("shown", found.entries().map(entry -> Shown.of(entry, rules, locale)))
        .with("offersAddress", search.on(Listing.Side.OFFER).address())
        .with("needsAddress", search.on(Listing.Side.NEED).address())
        .with("applied", search.filters().stream().filter(f -> f != Search.Filter.Q).count())
        .with("sides", forms.choices(Listing.Side.values(), "listings.side.", locale))
        .with("kinds", forms.choices(Search.Kind.values(), "listings.kind.", locale))
        .with("categories", forms.categoriesAndGroups(locale))
        .with("places", forms.places(locale))
        .with("reaches", forms.choices(Listing.Reach.values(), "listings.search.reach.", locale))
        .with("sorts", forms.choices(Search.Sort.values(), "listings.sort.", locale));
  }
}
