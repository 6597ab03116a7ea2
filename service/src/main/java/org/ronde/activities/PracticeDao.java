package org.ronde.activities;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** Who practises what, and who of them is near. */
@RegisterConstructorMapper(PracticeDao.Row.class)
@RegisterConstructorMapper(PracticeDao.Near.class)
interface PracticeDao {
  /** A practice as the table holds it. */
  record Row(
      MemberId memberId,
      ActivityId activityId,
      int level,
      String placeCode,
      double latitude,
      double longitude,
      String zone,
      int slots,
      boolean findable,
      boolean follows,
      boolean ofAge) {}

  /** Somebody found, and how far away. */
  record Near(MemberId memberId, int level, String placeCode, int slots, long kilometres) {}

  /**
   * Around where to look, and what fits.
   *
   * @param mask slots of which one must be shared, 0 when any time will do
   * @param level what comes first among those equally far
   * @param me who is not found
   */
  record Question(
      ActivityId activity,
      MemberId me,
      double latitude,
      double longitude,
      double latitudeMin,
      double latitudeMax,
      int kilometres,
      int mask,
      int levelMin,
      int levelMax,
      int level) {}

  String ROW =
      """
      SELECT member_id, activity_id, level, place_code, latitude, longitude, zone, slots, findable,
             follows, of_age
      FROM practice
      """;

  /** The great circle; LEAST keeps a rounding error out of ASIN. */
  String KILOMETRES =
      """
      2 * 6371 * ASIN(LEAST(1, SQRT(
        POW(SIN(RADIANS(latitude - :latitude) / 2), 2)
        + COS(RADIANS(:latitude)) * COS(RADIANS(latitude))
          * POW(SIN(RADIANS(longitude - :longitude) / 2), 2))))
      """;

  String FOUND =
      """
      FROM practice
      WHERE activity_id = :activity
        AND findable = TRUE
        AND latitude BETWEEN :latitudeMin AND :latitudeMax
        AND member_id <> :me
        AND level BETWEEN :levelMin AND :levelMax
        AND (:mask = 0 OR (slots & :mask) <> 0 AND zone IN (<zones>))
        AND
      """
          + KILOMETRES
          + "<= :kilometres ";

  @SqlQuery(ROW + "WHERE member_id = :member ORDER BY changed_at DESC, activity_id")
  List<Row> of(MemberId member);

  @SqlQuery(ROW + "WHERE member_id = :member AND activity_id = :activity")
  Optional<Row> find(MemberId member, ActivityId activity);

  @SqlQuery("SELECT member_id FROM practice WHERE activity_id = :activity AND follows = TRUE")
  Set<MemberId> followers(ActivityId activity);

  @SqlUpdate(
      """
      INSERT INTO practice
        (member_id, activity_id, level, place_code, latitude, longitude, zone, slots, findable,
         follows, of_age, since, changed_at)
      VALUES
        (:memberId, :activityId, :level, :placeCode, :latitude, :longitude, :zone, :slots,
         :findable, :follows, :ofAge, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
      """)
  void insert(@BindMethods Row row);

  @SqlUpdate(
      """
      UPDATE practice
      SET level = :level, place_code = :placeCode, latitude = :latitude, longitude = :longitude,
          zone = :zone, slots = :slots, findable = :findable, follows = :follows, of_age = :ofAge,
          changed_at = UTC_TIMESTAMP(6)
      WHERE member_id = :memberId AND activity_id = :activityId
      """)
  void update(@BindMethods Row row);

  @SqlUpdate("DELETE FROM practice WHERE member_id = :member AND activity_id = :activity")
  int delete(MemberId member, ActivityId activity);

  @SqlQuery("SELECT COUNT(*) FROM practice WHERE member_id = :member")
  int count(MemberId member);

  /** In which time zones an activity is practised by somebody who may be found. */
  @SqlQuery("SELECT DISTINCT zone FROM practice WHERE activity_id = :activity AND findable = TRUE")
  List<String> zones(ActivityId activity);

  @SqlQuery(
      "SELECT member_id, level, place_code, slots, ROUND("
          + KILOMETRES
          + ") AS kilometres "
          + FOUND
          + """
          ORDER BY kilometres, ABS(CAST(level AS SIGNED) - :level), member_id
          LIMIT :max
          """)
  List<Near> near(@BindMethods Question question, @BindList Collection<String> zones, int max);

  @SqlQuery("SELECT COUNT(*) " + FOUND)
  long countNear(@BindMethods Question question, @BindList Collection<String> zones);

  /** Whether anybody at all practises it near, also those who do not wish to be found. */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1
        FROM practice
        WHERE activity_id = :activity
          AND latitude BETWEEN :latitudeMin AND :latitudeMax
          AND
      """
          + KILOMETRES
          + "<= :kilometres)")
  boolean anybodyNear(@BindMethods Question question);
}
