package org.ronde.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.FileId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/** People marked in pictures and films, and their answers. */
interface PersonDao {
  /** Identifies one answer. */
  record AnswerId(UUID value) implements Id {}

  /** A mark as it is stored. */
  record Row(
      PersonId personId,
      FileId itemId,
      @Nullable MemberId memberId,
      String name,
      boolean minor,
      @Nullable Integer boxX,
      @Nullable Integer boxY,
      @Nullable Integer boxWidth,
      @Nullable Integer boxHeight,
      @Nullable Answer answer) {
    Person person() {
      Box box =
          boxX == null || boxY == null || boxWidth == null || boxHeight == null
              ? null
              : new Box(boxX, boxY, boxWidth, boxHeight);
      return new Person(personId, itemId, memberId, name, minor, box, answer);
    }
  }

  @SqlUpdate(
      """
      INSERT INTO evidence_person
        (person_id, item_id, member_id, name, minor, box_x, box_y, box_width, box_height, answer,
         link_hash, marked_at, answered_at)
      VALUES
        (:personId, :itemId, :memberId, :name, :minor, :boxX, :boxY, :boxWidth, :boxHeight,
         :answer, :linkHash, UTC_TIMESTAMP(6), IF(:answer IS NULL, NULL, UTC_TIMESTAMP(6)))
      """)
  void create(@BindMethods Row row, @Nullable String linkHash);

  @SqlQuery(
      """
      SELECT person_id, item_id, member_id, name, minor, box_x, box_y, box_width, box_height,
        answer
      FROM evidence_person
      WHERE item_id IN (<items>)
      ORDER BY marked_at, person_id
      """)
  List<Row> in(@BindList("items") Collection<FileId> items);

  @SqlQuery(
      """
      SELECT person_id, item_id, member_id, name, minor, box_x, box_y, box_width, box_height,
        answer
      FROM evidence_person
      WHERE person_id = :id
      """)
  Optional<Row> find(PersonId id);

  @SqlQuery(
      """
      SELECT person_id, item_id, member_id, name, minor, box_x, box_y, box_width, box_height,
        answer
      FROM evidence_person
      WHERE link_hash = :linkHash
      """)
  Optional<Row> findByLink(String linkHash);

  @SqlUpdate(
      """
      UPDATE evidence_person SET answer = :answer, answered_at = UTC_TIMESTAMP(6)
      WHERE person_id = :id
      """)
  void answer(PersonId id, Answer answer);

  @SqlUpdate(
      """
      INSERT INTO evidence_answer (answer_id, person_id, item_id, answer, answered_at)
      VALUES (:answerId, :id, :item, :answer, UTC_TIMESTAMP(6))
      """)
  void note(AnswerId answerId, PersonId id, FileId item, Answer answer);

  @SqlUpdate("DELETE FROM evidence_person WHERE person_id = :id")
  void remove(PersonId id);

  @SqlUpdate("DELETE FROM evidence_person WHERE item_id = :item")
  void removeAll(FileId item);

  /** Somebody who asked to be forgotten stays blurred where others marked them. */
  @SqlUpdate(
      """
      UPDATE evidence_person
      SET member_id = NULL, name = '', answer = 'BLUR', answered_at = UTC_TIMESTAMP(6)
      WHERE member_id = :member
      """)
  int forget(MemberId member);

  @SqlQuery("SELECT item_id FROM evidence_person WHERE member_id = :member ORDER BY item_id")
  List<FileId> itemsWith(MemberId member);
}
