package org.ronde.social;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.disputes.Reportable;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;

/** Members' pages: what is on them, as far as the reader may see. */
public final class Profiles {
  static final int ABOUT_LENGTH_MAX = 500;

  private final ProfileDao dao;
  private final Faces faces;
  private final Shelves shelves;

  /**
   * A member's page for one reader.
   *
   * @param parts what the reader may see of each part; a part they may not see is missing
   * @param months empty when points are not for this reader
   */
  public record Page(
      MemberId member,
      String name,
      boolean mine,
      Profile profile,
      Map<Profile.Part, List<Shelves.Card>> parts,
      List<Shelves.Month> months) {}

  public Profiles(Jdbi jdbi, Faces faces, Shelves shelves) {
    this.dao = jdbi.onDemand(ProfileDao.class);
    this.faces = faces;
    this.shelves = shelves;
  }

  /**
   * A member's page; of one whose account was joined to another, that one's. Somebody without
   * account sees it only when a part of it is public; else, as for one who does not exist or left,
   * NOT_FOUND.
   */
  public Page page(@Nullable Actor reader, MemberId asked, Locale locale) {
    MemberId member = faces.current(asked);
    String name = faces.name(member).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    Optional<ProfileDao.Row> row = dao.find(member);
    Profile profile = row.map(Profiles::profile).orElseGet(Profile::untouched);
    boolean mine = reader != null && reader.memberId().equals(member);
    Map<Profile.Part, List<Shelves.Card>> parts = new EnumMap<>(Profile.Part.class);
    for (Profile.Part part : Profile.Part.values()) {
      if (mine || sees(reader, profile.audience(part))) {
        parts.put(part, shelves.cards(part, reader, member, locale));
      }
    }
    if (reader == null && parts.isEmpty()) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    List<Shelves.Month> months =
        parts.containsKey(Profile.Part.POINTS) ? shelves.months(reader, member) : List.of();
    boolean hidden = !mine && row.map(ProfileDao.Row::hidden).orElse(false);
    return new Page(
        member, name, mine, hidden ? new Profile("", profile.audiences()) : profile, parts, months);
  }

  /** Whether the reader may dare the member: not every stranger may. */
  public boolean mayDare(Actor reader, MemberId member) {
    return shelves.mayDare(reader, member);
  }

  private static boolean sees(@Nullable Actor reader, Profile.Audience audience) {
    return audience == Profile.Audience.PUBLIC
        || (audience == Profile.Audience.MEMBERS && reader != null);
  }

  /** What a member says of themselves and shows to whom. */
  public Profile profile(MemberId member) {
    return dao.find(member).map(Profiles::profile).orElseGet(Profile::untouched);
  }

  private static Profile profile(ProfileDao.Row row) {
    return new Profile(
        row.about(),
        Map.of(
            Profile.Part.PRACTICES,
            row.practices(),
            Profile.Part.CHALLENGES,
            row.challenges(),
            Profile.Part.GALLERY,
            row.gallery(),
            Profile.Part.POINTS,
            row.points()));
  }

  /**
   * Changes the actor's own.
   *
   * @throws Refusal INVALID when {@code about} is longer than 500 characters
   */
  public void change(Actor actor, Profile profile) {
    String about = profile.about().strip();
    if (about.length() > ABOUT_LENGTH_MAX) {
      throw Refusal.invalid(
          new Refusal.Fault("about", "social.fault.long", Map.of("max", ABOUT_LENGTH_MAX)));
    }
    dao.put(
        actor.memberId(),
        about,
        profile.audience(Profile.Part.PRACTICES),
        profile.audience(Profile.Part.CHALLENGES),
        profile.audience(Profile.Part.GALLERY),
        profile.audience(Profile.Part.POINTS));
  }

  /** What members say of themselves, as things that can be reported. */
  public Reportable words() {
    return new Reportable() {
      @Override
      public Optional<Content> content(Actor actor, UUID id) {
        MemberId member = new MemberId(id);
        return faces.name(member).map(name -> new Content(name, "/members/" + id, member));
      }

      @Override
      public void hide(UUID id, MemberId officer) {
        dao.hide(new MemberId(id), true);
      }

      @Override
      public void restore(UUID id) {
        dao.hide(new MemberId(id), false);
      }
    };
  }

  /** Forgets a member who leaves. */
  public void forget(MemberId member) {
    dao.forget(member);
  }
}
