package org.ronde.social;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;

/** What members say of themselves and show to whom. */
interface ProfileDao {
  /** A profile as it is stored. */
  record Row(
      String about,
      boolean hidden,
      Profile.Audience practices,
      Profile.Audience challenges,
      Profile.Audience gallery,
      Profile.Audience points) {}

  @SqlQuery(
      """
      SELECT about, hidden, practices, challenges, gallery, points
      FROM profile
      WHERE member_id = :member
      """)
  Optional<Row> find(MemberId member);

  @SqlUpdate(
      """
      INSERT INTO profile (member_id, about, practices, challenges, gallery, points)
      VALUES (:member, :about, :practices, :challenges, :gallery, :points)
      ON DUPLICATE KEY UPDATE about = :about, practices = :practices, challenges = :challenges,
        gallery = :gallery, points = :points
      """)
  void put(
      MemberId member,
      String about,
      Profile.Audience practices,
      Profile.Audience challenges,
      Profile.Audience gallery,
      Profile.Audience points);

  @SqlUpdate("UPDATE profile SET hidden = :hidden WHERE member_id = :member")
  void hide(MemberId member, boolean hidden);

  @SqlUpdate("DELETE FROM profile WHERE member_id = :member")
  void forget(MemberId member);
}
