package org.ronde.cycles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ExchangeId;
import org.ronde.ids.ListingId;
import org.ronde.members.Company;

/**
 * Cycles for tests, told in words: {@code Rings.ring("Vidal gives web for 6000 to Sud", …)} with
 * amounts in euros.
 */
final class Rings {
  private final List<Cycle.Leg> legs = new ArrayList<>();
  private final List<Cycle.TopUp> topUps = new ArrayList<>();
  private final List<Cycle.Answer> answers = new ArrayList<>();
  private final Map<CompanyId, Company> companies = new HashMap<>();

  private Rings() {}

  static Rings ring(String... sentences) {
    var ring = new Rings();
    for (var sentence : sentences) {
      var words = sentence.split(" ");
      var giver = ring.company(words[0]);
      var receiver = ring.company(words[6]);
      ring.legs.add(
          new Cycle.Leg(
              listing(words[0] + " offers " + words[2]),
              1,
              words[2].replace('_', ' '),
              listing(words[6] + " needs " + words[2]),
              1,
              "Somebody for " + words[2],
              giver,
              receiver,
              10,
              "HOUR",
              Long.parseLong(words[4]) * 100));
    }
    return ring;
  }

  static Rings three() {
    return ring(
        "Vidal gives Web_design for 6000 to Sud",
        "Sud gives Brochures for 6000 to Roux",
        "Roux gives Oak_counter for 6000 to Vidal");
  }

  Rings topUp(String payer, String payee, long euros) {
    topUps.add(new Cycle.TopUp(id(payer), id(payee), euros * 100));
    return this;
  }

  Rings answered(String company, boolean yes) {
    answers.add(new Cycle.Answer(id(company), yes, false, Instant.parse("2026-11-23T09:00:00Z")));
    return this;
  }

  Map<CompanyId, Company> companies() {
    return companies;
  }

  List<Cycle.Leg> legs() {
    return legs;
  }

  Cycle proposed() {
    return inState(Cycle.State.PROPOSED, null, null);
  }

  Cycle inState(Cycle.State state, @Nullable String refusedBy, Cycle.@Nullable Cause cause) {
    boolean closed = state != Cycle.State.PROPOSED;
    return new Cycle(
        new CycleId(UUID.nameUUIDFromBytes(legs.toString().getBytes(StandardCharsets.UTF_8))),
        null,
        state,
        legs.stream().mapToLong(Cycle.Leg::valueCents).sum(),
        Instant.parse("2026-11-20T09:00:00Z"),
        Instant.parse("2026-11-24T17:00:00Z"),
        closed ? Instant.parse("2026-11-23T17:00:00Z") : null,
        refusedBy == null ? null : id(refusedBy),
        cause,
        state == Cycle.State.ACCEPTED ? new ExchangeId(UUID.randomUUID()) : null,
        legs,
        topUps,
        answers);
  }

  static CompanyId id(String company) {
    return new CompanyId(UUID.nameUUIDFromBytes(company.getBytes(StandardCharsets.UTF_8)));
  }

  static ListingId listing(String name) {
    return new ListingId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private CompanyId company(String name) {
    var id = id(name);
    companies.put(
        id,
        new Company(
            id,
            name,
            "FR",
            null,
            "FR00000000000",
            "31",
            "Toulouse",
            "",
            Company.Status.APPROVED,
            null,
            Company.Plan.PREMIUM,
            null,
            Instant.EPOCH));
    return id;
  }
}
