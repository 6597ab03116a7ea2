package org.ronde.activities;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;

/** The catalogue's table and the words it is found by. */
@RegisterConstructorMapper(ActivityDao.Row.class)
interface ActivityDao {
  /** An activity as the table holds it. */
  record Row(
      ActivityId activityId,
      String code,
      String family,
      String nameEn,
      String nameFr,
      String synonymsEn,
      String synonymsFr,
      String evidence,
      Activity.Measure measure,
      boolean moreIsBetter,
      @Nullable BigDecimal boundMin,
      @Nullable BigDecimal boundMax,
      int difficulty,
      boolean adult,
      String state,
      boolean edited,
      long members) {

    static Row of(ActivityId id, ActivityTerms terms, boolean edited) {
      Activity.Bounds bounds = terms.plausible();
      return new Row(
          id,
          terms.code(),
          terms.family().code(),
          terms.nameEn(),
          terms.nameFr(),
          String.join(";", terms.synonymsEn()),
          String.join(";", terms.synonymsFr()),
          join(terms.evidence()),
          terms.measure(),
          terms.moreIsBetter(),
          bounds == null ? null : bounds.min(),
          bounds == null ? null : bounds.max(),
          terms.difficulty(),
          terms.adult(),
          terms.retired() ? TermsReader.RETIRED : "PUBLISHED",
          edited,
          0);
    }

    Activity activity() {
      return new Activity(
          activityId,
          code,
          nameEn,
          nameFr,
          family,
          needs(),
          measure,
          moreIsBetter,
          bounds(),
          difficulty,
          adult,
          members);
    }

    ActivityTerms terms() {
      return new ActivityTerms(
          code,
          Family.find(family).orElseThrow(),
          nameEn,
          nameFr,
          split(synonymsEn),
          split(synonymsFr),
          needs(),
          measure,
          moreIsBetter,
          bounds(),
          difficulty,
          adult,
          state.equals(TermsReader.RETIRED));
    }

    /** Needs in the order of their declaration, so that equal sets are equal texts. */
    static String join(Collection<Activity.Need> needs) {
      return Arrays.stream(Activity.Need.values())
          .filter(needs::contains)
          .map(Enum::name)
          .collect(Collectors.joining(";"));
    }

    private Set<Activity.Need> needs() {
      Set<Activity.Need> needs = EnumSet.noneOf(Activity.Need.class);
      split(evidence).forEach(need -> needs.add(Activity.Need.valueOf(need)));
      return needs;
    }

    private Activity.@Nullable Bounds bounds() {
      return boundMin == null || boundMax == null ? null : new Activity.Bounds(boundMin, boundMax);
    }

    private static List<String> split(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }
  }

  String ROW =
      """
      SELECT a.activity_id, a.code, a.family, a.name_en, a.name_fr, a.synonyms_en, a.synonyms_fr,
             a.evidence, a.measure, a.more_is_better, a.bound_min, a.bound_max, a.difficulty,
             a.adult, a.state, a.edited, a.members
      FROM activity a
      """;

  @SqlQuery(ROW + "WHERE a.activity_id = :id AND a.state = 'PUBLISHED'")
  Optional<Row> find(ActivityId id);

  @SqlQuery(ROW + "WHERE a.code = :code AND a.state = 'PUBLISHED'")
  Optional<Row> findByCode(String code);

  @SqlQuery(ROW + "WHERE a.activity_id IN (<ids>) AND a.state = 'PUBLISHED'")
  List<Row> published(@BindList Collection<ActivityId> ids);

  /** Also those that left the catalogue: for what was done before. */
  @SqlQuery(ROW + "WHERE a.activity_id IN (<ids>)")
  List<Row> any(@BindList Collection<ActivityId> ids);

  @SqlQuery(ROW + "WHERE a.family = :family AND a.state = 'PUBLISHED'")
  List<Row> family(String family);

  @SqlQuery(ROW + "WHERE a.state = 'PUBLISHED' ORDER BY a.members DESC, a.code LIMIT :max")
  List<Row> mostPractised(int max);

  @SqlQuery(ROW + "ORDER BY a.family, a.code")
  List<Row> all();

  @SqlQuery(
      "SELECT family, COUNT(*) AS found FROM activity WHERE state = 'PUBLISHED' GROUP BY family")
  @KeyColumn("family")
  @ValueColumn("found")
  Map<String, Long> countByFamily();

  @SqlQuery("SELECT DISTINCT activity_id FROM activity_word WHERE word LIKE :beginning")
  List<ActivityId> withWord(String beginning);

  @SqlQuery("SELECT activity_id FROM activity WHERE activity_id = :id FOR UPDATE")
  Optional<ActivityId> lock(ActivityId id);

  @SqlUpdate("UPDATE activity SET members = members + :change WHERE activity_id = :id")
  int count(ActivityId id, int change);

  @SqlBatch(
      """
      INSERT INTO activity
        (activity_id, code, family, name_en, name_fr, synonyms_en, synonyms_fr, evidence, measure,
         more_is_better, bound_min, bound_max, difficulty, adult, state, edited, created_at)
      VALUES
        (:activityId, :code, :family, :nameEn, :nameFr, :synonymsEn, :synonymsFr, :evidence,
         :measure, :moreIsBetter, :boundMin, :boundMax, :difficulty, :adult, :state, :edited,
         UTC_TIMESTAMP(6))
      """)
  void insert(@BindMethods Collection<Row> rows);

  @SqlBatch(
      """
      UPDATE activity
      SET family = :family, name_en = :nameEn, name_fr = :nameFr, synonyms_en = :synonymsEn,
          synonyms_fr = :synonymsFr, evidence = :evidence, measure = :measure,
          more_is_better = :moreIsBetter, bound_min = :boundMin, bound_max = :boundMax,
          difficulty = :difficulty, adult = :adult, state = :state, edited = :edited
      WHERE activity_id = :activityId
      """)
  void update(@BindMethods Collection<Row> rows);

  @SqlUpdate("DELETE FROM activity_word WHERE activity_id IN (<ids>)")
  void forgetWords(@BindList Collection<ActivityId> ids);

  /** One word of one activity. */
  record Word(String word, ActivityId activityId) {}

  @SqlBatch("INSERT INTO activity_word (word, activity_id) VALUES (:word, :activityId)")
  void insertWords(@BindMethods Collection<Word> words);
}
