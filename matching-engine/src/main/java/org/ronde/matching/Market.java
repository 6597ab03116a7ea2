package org.ronde.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything one run knows, as of one day. Ids are opaque and unique among their kind.
 *
 * @param day the day of the clearing; listings whose last day is before it meet nobody
 */
public record Market(
    LocalDate day,
    List<Company> companies,
    List<Offer> offers,
    List<Need> needs,
    List<Want> wants) {
  public Market {
    companies = List.copyOf(companies);
    offers = List.copyOf(offers);
    needs = List.copyOf(needs);
    wants = List.copyOf(wants);
    var companyIds = ids("company", companies, Company::id);
    var offerIds = ids("offer", offers, Offer::id);
    var needIds = ids("need", needs, Need::id);
    for (var offer : offers) {
      known("company", offer.companyId(), companyIds);
    }
    for (var need : needs) {
      known("company", need.companyId(), companyIds);
    }
    var pairs = new HashSet<List<String>>();
    for (var want : wants) {
      known("need", want.needId(), needIds);
      known("offer", want.offerId(), offerIds);
      Checks.require(
          pairs.add(List.of(want.needId(), want.offerId())),
          "two wants for need %s and offer %s",
          want.needId(),
          want.offerId());
    }
  }

  /** The same market of other companies; every listing's must be among them. */
  public Market withCompanies(List<Company> companies) {
    return new Market(day, companies, offers, needs, wants);
  }

  private static <T> Set<String> ids(String kind, List<T> things, Function<T, String> id) {
    var ids = things.stream().map(id).collect(Collectors.toSet());
    if (ids.size() < things.size()) {
      var seen = new HashSet<String>();
      for (var thing : things) {
        Checks.require(seen.add(id.apply(thing)), "two of %s %s", kind, id.apply(thing));
      }
    }
    return ids;
  }

  private static void known(String kind, String id, Set<String> ids) {
    Checks.require(ids.contains(id), "unknown %s %s", kind, id);
  }
}
