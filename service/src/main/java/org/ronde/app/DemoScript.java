package org.ronde.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.listings.Listing;
import org.ronde.matching.Verdict;
import org.ronde.members.Company;

/** The demo world as written in {@code demo-world.json}; keys name companies, people, listings. */
record DemoScript(
    List<Firm> companies, Human operator, List<Ad> listings, List<Tick> wants, List<Ring> cycles) {

  /** A company with its people, first the owner; it came here so many days before the demo. */
  record Firm(
      String key,
      String name,
      @Nullable String siren,
      @Nullable String vat,
      String country,
      @Nullable String departement,
      String city,
      Company.Plan plan,
      Company.Status status,
      int cameDaysAgo,
      @JsonProperty("about_en") String aboutEn,
      @JsonProperty("about_fr") String aboutFr,
      Bounds limits,
      List<String> excludes,
      List<Human> people) {}

  /** A company's limits. */
  record Bounds(
      int cycleLengthMax,
      int tolerancePercent,
      long topUpPayMaxCents,
      long topUpTakeMaxCents,
      @Nullable Integer openCyclesMax) {}

  /** A person; key and role are absent for the operator. */
  record Human(
      @Nullable String key,
      String name,
      String email,
      Actor.@Nullable Role role,
      String language) {}

  /** An offer or a need. */
  record Ad(
      String key,
      String company,
      Listing.Side side,
      Listing.State state,
      String title,
      String language,
      String description,
      String category,
      Listing.Unit unit,
      long quantity,
      long quantityStep,
      long unitValueCents,
      String vatPercent,
      String departement,
      Listing.Reach reach,
      int endsInDays,
      @Nullable String oneOfGroup) {}

  /** What the company of a need says of an offer. */
  record Tick(String need, String offer, Verdict verdict) {}

  /** A cycle and how far it has come. */
  record Ring(
      Stage state,
      List<Give> legs,
      List<String> accepted,
      @Nullable String refused,
      @Nullable String reason) {}

  /** One leg. */
  record Give(String offer, String need, long quantity) {}

  /** How far a cycle has come. */
  enum Stage {
    PROPOSED,
    ALL_BUT_ONE,
    REFUSED,
    EXPIRED,
    EXCHANGE,
    EXCHANGE_PARTLY_SENT,
    EXCHANGE_CLOSED
  }

  static DemoScript load() {
    try (InputStream stream = DemoScript.class.getResourceAsStream("demo-world.json")) {
      return new ObjectMapper().readValue(stream, DemoScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
