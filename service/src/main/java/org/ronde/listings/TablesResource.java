package org.ronde.listings;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.ronde.http.Actor;

/** The tables a client needs to write a listing: categories and places. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class TablesResource {
  private final Categories categories;
  private final Places places;

  public TablesResource(Categories categories, Places places) {
    this.categories = categories;
    this.places = places;
  }

  /** A first-level category and its leaves. */
  public record Group(String code, String nameEn, String nameFr, List<Leaf> categories) {
    public Group {
      categories = List.copyOf(categories);
    }
  }

  /** A category that a listing can have. */
  public record Leaf(
      String code,
      String nameEn,
      String nameFr,
      boolean service,
      Listing.Unit unit,
      List<String> synonymsEn,
      List<String> synonymsFr) {
    public Leaf {
      synonymsEn = List.copyOf(synonymsEn);
      synonymsFr = List.copyOf(synonymsFr);
    }
  }

  @GET
  @Path("/categories")
  @Operation(summary = "The categories in two levels, with names and everyday words in FR and EN")
  public List<Group> categories(@Auth Optional<Actor> actor) {
    return categories.groups().stream()
        .map(
            group ->
                new Group(
                    group.code(),
                    group.nameEn(),
                    group.nameFr(),
                    categories.leaves(group.code()).stream().map(TablesResource::leaf).toList()))
        .toList();
  }

  @GET
  @Path("/places")
  @Operation(summary = "The French départements and their regions")
  public List<Places.Departement> places(@Auth Optional<Actor> actor) {
    return places.departements();
  }

  private static Leaf leaf(Categories.Category leaf) {
    return new Leaf(
        leaf.code(),
        leaf.nameEn(),
        leaf.nameFr(),
        leaf.service(),
        leaf.unit(),
        leaf.synonymsEn(),
        leaf.synonymsFr());
  }
}
