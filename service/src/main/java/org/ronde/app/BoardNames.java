package org.ronde.app;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.ronde.activities.Activities;
import org.ronde.activities.Activity;
import org.ronde.contests.ContestsRoom;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.listings.Places;
import org.ronde.members.Companies;
import org.ronde.points.BoardKey;
import org.ronde.points.BoardTitles;

/**
 * What boards are called. Contests stand above points and are known last: until then, no board of a
 * contest has a name.
 */
final class BoardNames implements BoardTitles {
  private final Companies companies;
  private final Activities activities;
  private final Places places;
  private final AtomicReference<ContestsRoom> contests = new AtomicReference<>();

  BoardNames(Companies companies, Activities activities, Places places) {
    this.companies = companies;
    this.activities = activities;
    this.places = places;
  }

  void know(ContestsRoom room) {
    contests.set(room);
  }

  @Override
  public Optional<String> find(BoardKey board, Locale locale, Actor reader) {
    try {
      return switch (board.kind()) {
        case GLOBAL, MONTH -> Optional.of("");
        case DEPARTEMENT -> places.findDepartement(board.id()).map(Places.Departement::name);
        case ACTIVITY -> Optional.of(activity(board.id()).name(locale));
        case COMPANY -> Optional.of(companies.company(CompanyId.fromString(board.id())).name());
        case CONTEST ->
            Optional.ofNullable(contests.get())
                .map(
                    room ->
                        room.contests()
                            .contest(Optional.of(reader), ContestId.fromString(board.id()))
                            .terms()
                            .title(locale));
      };
    } catch (Refusal | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Activity activity(String id) {
    return activities.activity(new ActivityId(UUID.fromString(id)));
  }
}
