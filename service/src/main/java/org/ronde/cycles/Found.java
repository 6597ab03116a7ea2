package org.ronde.cycles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.cycles.Cycle.Cause;
import org.ronde.cycles.Decision.Reason;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.members.Company;

/** A proposed cycle as the operator sees it: names in giving order, state, and why it failed. */
public record Found(
    CycleId id,
    Cycle.State state,
    long valueCents,
    List<String> companies,
    long yesCount,
    @Nullable String refusedBy,
    @Nullable Reason reason,
    @Nullable String reasonText,
    @Nullable Cause cause) {
  public Found {
    companies = List.copyOf(companies);
  }

  static Found of(
      Cycle cycle, Map<CompanyId, Company> companies, List<CycleQueryDao.ReasonRow> reasons) {
    var refusing = cycle.closedBy();
    var reason =
        reasons.stream().filter(row -> row.cycleId().equals(cycle.id())).findFirst().orElse(null);
    return new Found(
        cycle.id(),
        cycle.state(),
        cycle.valueCents(),
        cycle.companies().stream().map(id -> name(id, companies)).toList(),
        cycle.answers().stream().filter(Cycle.Answer::accepted).count(),
        refusing == null ? null : name(refusing, companies),
        reason == null ? null : reason.reason(),
        reason == null ? null : reason.reasonText(),
        cycle.cause());
  }

  private static String name(CompanyId id, Map<CompanyId, Company> companies) {
    var company = companies.get(id);
    return company == null ? "?" : company.name();
  }
}
