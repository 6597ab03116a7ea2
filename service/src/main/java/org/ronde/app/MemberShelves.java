package org.ronde.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activities;
import org.ronde.challenges.Board;
import org.ronde.challenges.Challenges;
import org.ronde.challenges.MeasureWords;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Proofs;
import org.ronde.http.Actor;
import org.ronde.http.Words;
import org.ronde.ids.MemberId;
import org.ronde.points.Progress;
import org.ronde.points.Story;
import org.ronde.social.Profile;
import org.ronde.social.Shelves;

/** What the rooms of challenges put on a member's page. */
record MemberShelves(
    Activities activities,
    Challenges challenges,
    Proofs proofs,
    Progress progress,
    Words words,
    InstantSource clock,
    ZoneId zone)
    implements Shelves {
  private static final int MAX = 24;
  private static final int MONTHS = 12;
  private static final int WEEKS = 53;

  @Override
  public List<Card> cards(
      Profile.Part part, @Nullable Actor reader, MemberId member, Locale locale) {
    return switch (part) {
      case PRACTICES ->
          activities.practices().of(member).stream()
              .map(
                  practice ->
                      card(
                          practice.activity().name(locale),
                          practice.place().name(),
                          "/activities/" + practice.activity().code()))
              .toList();
      case CHALLENGES -> reader == null ? List.of() : challenges(reader, member, locale);
      case GALLERY -> gallery(reader, member, locale);
      case POINTS -> points(member, locale);
    };
  }

  @Override
  public boolean mayDare(Actor reader, MemberId member) {
    return challenges.board().findDaring(reader, member).isPresent();
  }

  private List<Card> challenges(Actor reader, MemberId member, Locale locale) {
    return challenges.board().ofMember(reader, locale, member, MAX).stream()
        .map(line -> card(line.title(), line.activity(), "/challenges/" + line.id()))
        .toList();
  }

  private List<Card> gallery(@Nullable Actor reader, MemberId member, Locale locale) {
    List<Card> cards = new ArrayList<>();
    for (Proof proof : proofs.galleryOf(reader, member, MAX)) {
      proof.items().stream()
          .filter(item -> item.kind() == Proof.Kind.PHOTO)
          .limit(1)
          .forEach(
              item ->
                  cards.add(
                      new Card(
                          "",
                          "",
                          "/evidence/" + proof.id(),
                          "/evidence/%s/items/%s?size=small".formatted(proof.id(), item.id()),
                          item.altText().isEmpty()
                              ? words.say(locale, "app.member.picture")
                              : item.altText())));
    }
    return cards;
  }

  private List<Card> points(MemberId member, Locale locale) {
    Story story = progress.shown(member);
    List<Card> cards = new ArrayList<>();
    cards.add(
        card(
            words.say(locale, "points.level." + story.level().code()),
            words.say(locale, "points.count", Map.of("count", Math.max(0, story.points()))),
            ""));
    MeasureWords measures = new MeasureWords(words, locale);
    for (Board.Best best : challenges.board().bests(member, MAX)) {
      String measure = measures.say(best.activity().measure(), best.measure());
      cards.add(
          card(
              best.activity().name(locale),
              words.say(locale, "app.member.best", Map.of("measure", measure)),
              "/activities/" + best.activity().code()));
    }
    story.badges().stream()
        .filter(Story.Earned::earned)
        .forEach(
            earned ->
                cards.add(
                    card(
                        words.say(locale, "points.badge." + earned.badge().code()),
                        words.say(locale, "points.badge." + earned.badge().code() + ".ground"),
                        "")));
    return cards;
  }

  @Override
  public List<Month> months(@Nullable Actor reader, MemberId member) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Map<YearMonth, Long> sums = new TreeMap<>();
    for (int i = MONTHS - 1; i >= 0; i--) {
      sums.put(YearMonth.from(today).minusMonths(i), 0L);
    }
    progress
        .shown(member)
        .curve(today, WEEKS)
        .forEach(
            week ->
                sums.computeIfPresent(
                    YearMonth.from(week.monday()), (month, sum) -> sum + week.won()));
    return sums.entrySet().stream()
        .map(entry -> new Month(entry.getKey().toString(), entry.getValue()))
        .toList();
  }

  private static Card card(String title, String detail, String path) {
    return new Card(title, detail, path, null, "");
  }
}
