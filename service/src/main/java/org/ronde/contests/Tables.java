package org.ronde.contests;

import org.jdbi.v3.core.Jdbi;

/** The room's tables, by subject. */
record Tables(
    ContestDao contests, EntrantDao entrants, PrizeDao prizes, ResultDao results, TallyDao tally) {
  static Tables of(Jdbi jdbi) {
    return new Tables(
        jdbi.onDemand(ContestDao.class),
        jdbi.onDemand(EntrantDao.class),
        jdbi.onDemand(PrizeDao.class),
        jdbi.onDemand(ResultDao.class),
        jdbi.onDemand(TallyDao.class));
  }
}
