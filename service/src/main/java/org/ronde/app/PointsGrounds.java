package org.ronde.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  @Override
  public Map<Cause, Ground> of(Collection<Cause> causes, Locale locale) {
    Map<Cause, Ground> grounds = new HashMap<>();
    for (Cause cause : causes) {
      find(cause, locale).ifPresent(ground -> grounds.put(cause, ground));
    }
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

  private Optional<Ground> find(Cause cause, Locale locale) {
    return switch (cause.kind()) {
      case ExchangePoints.CLOSED, ExchangePoints.ON_TIME ->
          Optional.of(
              new Ground(
                  words.say(locale, "points.cause." + cause.kind()), "/exchanges/" + cause.id()));
      default ->
          challenges
              .board()
              .findFacts(cause)
              .map(facts -> new Ground(facts.title(), "/challenges/" + facts.challenge()));
    };
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
