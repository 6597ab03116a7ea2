package org.ronde.contests;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft.PrizeDraft;
import org.ronde.http.Refusal;
import org.ronde.ids.CompanyId;
import org.ronde.points.ValidationLevel;

/** One draft with one thing different. */
record Drafts(ContestDraft d) {
  static Drafts of(ContestDraft draft) {
    return new Drafts(draft);
  }

  static List<String> faults(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal.faults().stream().map(Refusal.Fault::field).toList();
    }
    return List.of();
  }

  private ContestDraft with(
      @Nullable String titleFr,
      Terms.@Nullable ZoneMode mode,
      @Nullable String zone,
      @Nullable LocalDateTime closes,
      @Nullable ValidationLevel level,
      @Nullable List<CompanyId> companies,
      @Nullable Integer cap,
      @Nullable List<PrizeDraft> prizes) {
    return new ContestDraft(
        d.kind(),
        d.titleEn(),
        titleFr,
        d.introEn(),
        d.introFr(),
        d.organiser(),
        mode,
        zone,
        d.rollingDays(),
        d.opens(),
        d.freezes(),
        closes,
        d.settles(),
        d.draws(),
        level,
        d.departements(),
        companies,
        d.activities(),
        d.scoringVersion(),
        d.ticketPrice(),
        cap,
        d.entrantsMin(),
        d.pointsMin(),
        d.source(),
        d.objectionHours(),
        d.contact(),
        d.deposit(),
        prizes);
  }

  ContestDraft companies(CompanyId company) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        d.zone(),
        d.closes(),
        d.levelMin(),
        List.of(company),
        d.ticketCap(),
        d.prizes());
  }

  ContestDraft mode(Terms.ZoneMode mode) {
    return with(
        d.titleFr(),
        mode,
        d.zone(),
        d.closes(),
        d.levelMin(),
        d.companies(),
        d.ticketCap(),
        d.prizes());
  }

  ContestDraft closes(@Nullable LocalDateTime closes) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        d.zone(),
        closes,
        d.levelMin(),
        d.companies(),
        d.ticketCap(),
        d.prizes());
  }

  ContestDraft prizes(List<PrizeDraft> prizes) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        d.zone(),
        d.closes(),
        d.levelMin(),
        d.companies(),
        d.ticketCap(),
        prizes);
  }

  ContestDraft cap(int cap) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        d.zone(),
        d.closes(),
        d.levelMin(),
        d.companies(),
        cap,
        d.prizes());
  }

  ContestDraft zone(String zone) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        zone,
        d.closes(),
        d.levelMin(),
        d.companies(),
        d.ticketCap(),
        d.prizes());
  }

  ContestDraft titleFr(String titleFr) {
    return with(
        titleFr,
        d.zoneMode(),
        d.zone(),
        d.closes(),
        d.levelMin(),
        d.companies(),
        d.ticketCap(),
        d.prizes());
  }

  ContestDraft level(ValidationLevel level) {
    return with(
        d.titleFr(),
        d.zoneMode(),
        d.zone(),
        d.closes(),
        level,
        d.companies(),
        d.ticketCap(),
        d.prizes());
  }

  /** Terms of local days, both inclusive. */
  static Terms localDays(String first, String last) {
    LocalDateTime end = LocalDate.parse(last).plusDays(10).atStartOfDay();
    ContestDraft draft =
        new ContestDraft(
            Terms.Kind.MERIT,
            "Days",
            "Jours",
            "",
            "",
            "Ronde, Toulouse",
            Terms.ZoneMode.LOCAL_DAY,
            "Europe/Paris",
            null,
            LocalDate.parse(first).atStartOfDay(),
            null,
            LocalDate.parse(last).atTime(23, 59),
            end,
            end,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "contest@ronde.example",
            null,
            null);
    return TermsCheck.terms(draft, ContestSettings.defaults());
  }
}
