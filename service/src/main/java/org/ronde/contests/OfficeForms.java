package org.ronde.contests;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft.PrizeDraft;
import org.ronde.http.Form;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.points.ValidationLevel;

/**
 * The operator's form of a contest, read and filled in again. What cannot be read counts as empty.
 */
final class OfficeForms {
  static final int PRIZE_ROWS = 5;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private OfficeForms() {}

  /** The names of all time zones. */
  static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream().sorted().toList();
  }

  static ContestDraft draft(Form form) {
    return new ContestDraft(
        form.findChoice("kind", Terms.Kind.class).orElse(null),
        form.value("titleEn"),
        form.value("titleFr"),
        form.value("introEn"),
        form.value("introFr"),
        form.value("organiser"),
        form.findChoice("zoneMode", Terms.ZoneMode.class).orElse(null),
        form.findText("zone").orElse(null),
        whole(form.value("rollingDays")),
        time(form.value("opens")),
        time(form.value("freezes")),
        time(form.value("closes")),
        time(form.value("settles")),
        time(form.value("draws")),
        form.findChoice("levelMin", ValidationLevel.class).orElse(null),
        Arrays.stream(form.value("departements").split("[\\s,;]+"))
            .filter(text -> !text.isEmpty())
            .toList(),
        ids(form.value("companies"), CompanyId::new),
        ids(form.value("activities"), ActivityId::new),
        whole(form.value("scoringVersion")),
        number(form.value("ticketPrice")),
        whole(form.value("ticketCap")),
        whole(form.value("entrantsMin")),
        number(form.value("pointsMin")),
        form.findChoice("source", Terms.Source.class).orElse(null),
        whole(form.value("objectionHours")),
        form.value("contact"),
        form.value("deposit"),
        prizes(form));
  }

  private static List<PrizeDraft> prizes(Form form) {
    List<PrizeDraft> prizes = new ArrayList<>();
    for (int i = 1; i <= PRIZE_ROWS; i++) {
      List<ListingId> listing = ids(form.value("prizeListing-" + i), ListingId::new);
      if (!form.value("prizeTitle-" + i).isEmpty() || !listing.isEmpty()) {
        prizes.add(
            new PrizeDraft(
                form.value("prizeTitle-" + i),
                cents(form.value("prizeValue-" + i)),
                listing.isEmpty() ? null : listing.get(0),
                number(form.value("prizeQuantity-" + i))));
      }
    }
    return prizes;
  }

  /** A form that shows a draft as it is. */
  static Form filled(Terms terms, List<Prize> prizes) {
    ZoneId zone = terms.zoneId();
    boolean days = terms.firstDay() != null && terms.lastDay() != null;
    Form form =
        Form.empty()
            .preset("kind", terms.kind())
            .preset("titleEn", terms.titleEn())
            .preset("titleFr", terms.titleFr())
            .preset("introEn", terms.introEn())
            .preset("introFr", terms.introFr())
            .preset("organiser", terms.organiser())
            .preset("zoneMode", terms.zoneMode())
            .preset("zone", terms.zone())
            .preset("rollingDays", terms.rollingDays() == 0 ? "" : terms.rollingDays())
            .preset(
                "opens",
                days ? terms.firstDay() + "T00:00" : terms.opensAt().atZone(zone).toLocalDateTime())
            .preset("freezes", terms.freezesAt().atZone(zone).toLocalDateTime())
            .preset(
                "closes",
                days ? terms.lastDay() + "T23:59" : terms.closesAt().atZone(zone).toLocalDateTime())
            .preset("settles", terms.settlesAt().atZone(zone).toLocalDateTime())
            .preset("draws", terms.drawsAt().atZone(zone).toLocalDateTime())
            .preset("levelMin", terms.levelMin())
            .preset("departements", String.join(", ", terms.departements()))
            .preset("companies", joined(terms.companies()))
            .preset("activities", joined(terms.activities()))
            .preset("scoringVersion", terms.scoringVersion())
            .preset("ticketPrice", terms.ticketPrice())
            .preset("ticketCap", terms.ticketCap())
            .preset("entrantsMin", terms.entrantsMin())
            .preset("pointsMin", terms.pointsMin())
            .preset("source", terms.source())
            .preset("objectionHours", terms.objectionHours())
            .preset("contact", terms.contact())
            .preset("deposit", terms.deposit());
    for (Prize prize : prizes) {
      int i = prize.place();
      form.preset("prizeTitle-" + i, prize.title())
          .preset("prizeValue-" + i, BigDecimal.valueOf(prize.valueCents(), 2))
          .preset("prizeListing-" + i, prize.listingId())
          .preset("prizeQuantity-" + i, prize.quantity());
    }
    return form;
  }

  private static String joined(List<?> ids) {
    return String.join("\n", ids.stream().map(String::valueOf).toList());
  }

  private static <T> List<T> ids(String text, Function<UUID, T> type) {
    List<T> ids = new ArrayList<>();
    Matcher found = ID.matcher(text);
    while (found.find()) {
      ids.add(type.apply(UUID.fromString(found.group())));
    }
    return ids;
  }

  private static @Nullable LocalDateTime time(String text) {
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Integer whole(String text) {
    Long number = number(text);
    return number == null ? null : Integer.valueOf((int) Math.min(number, Integer.MAX_VALUE));
  }

  static @Nullable Long number(String text) {
    return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
  }

  /** Euros as typed, with a comma or a point, in cents. */
  static @Nullable Long cents(String text) {
    String plain = text.replaceAll("[\\s\u00a0\u202f€]", "").replace(',', '.');
    return plain.matches("\\d{1,12}(\\.\\d{1,2})?")
        ? Long.valueOf(new BigDecimal(plain).movePointRight(2).longValueExact())
        : null;
  }
}
