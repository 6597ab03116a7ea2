package org.ronde.matching.planner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingProblem;
import org.ronde.matching.packing.Row;

/** A candidate, taken or left: what the planner decides. Public only because the solver insists. */
@PlanningEntity
public class Choice {
  @PlanningId private Integer column;

  @PlanningVariable(valueRangeProviderRefs = "yesOrNo")
  private @Nullable Boolean taken;

  private Candidate candidate;
  private List<Served> companies;
  private List<RowUse> shares;
  private List<RowUse> offers;
  private List<RowUse> needs;
  private List<RowUse> groups;
  private List<RowUse> cycles;
  private List<RowUse> bookings;

  /** The solver insists on it and never calls it: plans are copied by {@link PlanCopier}. */
  @SuppressWarnings("NullAway") // see above
  Choice() {}

  Choice(
      MarketGraph graph, PackingProblem problem, int column, Candidate candidate, boolean taken) {
    this.column = column;
    this.candidate = candidate;
    this.taken = taken;
    this.companies =
        candidate.lots().stream()
            .map(lot -> lot.arc().giver())
            .map(company -> new Served(company, graph.companies().get(company).history()))
            .toList();
    this.shares =
        companies.stream()
            .map(Served::company)
            .map(id -> new RowUse(id, Candidate.SERVED_SURELY, candidate.servedTenths()))
            .toList();
    this.offers = uses(problem, column, Row.Kind.OFFER);
    this.needs = uses(problem, column, Row.Kind.NEED);
    this.groups = uses(problem, column, Row.Kind.GROUP);
    this.cycles = uses(problem, column, Row.Kind.CYCLE);
    this.bookings = uses(problem, column, Row.Kind.BOOKING);
  }

  /** The same choice in another plan; what never changes is shared. */
  Choice(Choice other) {
    this.column = other.column;
    this.candidate = other.candidate;
    this.taken = other.taken;
    this.companies = other.companies;
    this.shares = other.shares;
    this.offers = other.offers;
    this.needs = other.needs;
    this.groups = other.groups;
    this.cycles = other.cycles;
    this.bookings = other.bookings;
  }

  private static List<RowUse> uses(PackingProblem problem, int column, Row.Kind kind) {
    var uses = new ArrayList<RowUse>();
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      var row = problem.rows().get(problem.row(use));
      if (row.kind() == kind) {
        uses.add(new RowUse(problem.row(use), row.capacity(), problem.amount(use)));
      }
    }
    return List.copyOf(uses);
  }

  int column() {
    return column;
  }

  Candidate candidate() {
    return candidate;
  }

  boolean isTaken() {
    return Boolean.TRUE.equals(taken);
  }

  void take(boolean newTaken) {
    taken = newTaken;
  }

  List<Served> companies() {
    return companies;
  }

  /** Its companies, and how far each is served by it. */
  List<RowUse> shares() {
    return shares;
  }

  List<RowUse> offers() {
    return offers;
  }

  List<RowUse> needs() {
    return needs;
  }

  List<RowUse> groups() {
    return groups;
  }

  List<RowUse> cycles() {
    return cycles;
  }

  List<RowUse> bookings() {
    return bookings;
  }

  @Override
  public String toString() {
    return "choice " + column;
  }
}
