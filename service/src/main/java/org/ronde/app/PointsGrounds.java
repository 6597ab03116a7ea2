package org.ronde.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ronde.challenges.Challenges;
import org.ronde.http.Words;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Company;
import org.ronde.points.Cause;
import org.ronde.points.Grounds;

/** What points were won for: the challenge, the exchange, the company met. */
record PointsGrounds(Challenges challenges, Companies companies, Words words) implements Grounds {
  private static final Set<String> EXCHANGES =
      Set.of(ExchangePoints.CLOSED, ExchangePoints.ON_TIME);

  @Override
  public Map<Cause, Ground> of(Collection<Cause> causes, Locale locale) {
    Map<Cause, Ground> grounds = new HashMap<>();
    challenges
        .board()
        .won(causes)
        .forEach(
            (cause, won) -> grounds.put(cause, new Ground(won.title(), "/challenges/" + won.id())));
    causes.stream()
        .filter(cause -> EXCHANGES.contains(cause.kind()))
        .forEach(cause -> grounds.put(cause, exchange(cause, locale)));
    List<CompanyId> met =
        causes.stream()
            .filter(cause -> cause.kind().equals(ExchangePoints.FIRST_SWAP))
            .map(cause -> new CompanyId(cause.id()))
            .toList();
    companies.companies(met).forEach(company -> grounds.put(cause(company), met(company, locale)));
    return grounds;
  }

  @Override
  public Set<Cause> questionable(MemberId member) {
    return challenges.board().questionable(member);
  }

  private Ground exchange(Cause cause, Locale locale) {
    return new Ground(
        words.say(locale, "points.cause." + cause.kind()), "/exchanges/" + cause.id());
  }

  private static Cause cause(Company met) {
    return new Cause(ExchangePoints.FIRST_SWAP, met.id().value());
  }

  private Ground met(Company company, Locale locale) {
    return new Ground(
        words.say(locale, "points.ground.first-swap-with", Map.of("company", company.name())),
        "/companies/" + company.id());
  }
}
