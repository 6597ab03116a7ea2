package org.ronde.listings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;

/**
 * Finds published listings.
 *
 * <p>The index on state and last day leaves what is open today, the filters leave less, and only
 * there the words are looked for, one scan of a short text each. That is good for some tens of
 * thousands of open listings (a page then takes about a tenth of a second); beyond, {@code words}
 * wants an index of its own kind.
 */
@RegisterRowMapper(ListingRows.class)
interface CatalogueDao {
  /** What is asked for; null filters let everything pass. */
  record Question(
      @Nullable String side,
      @Nullable String reach,
      @Nullable Long valueMaxCents,
      String sort,
      @Nullable String word1,
      @Nullable String word2,
      @Nullable String word3,
      @Nullable String word4,
      @Nullable String word5,
      @Nullable String word6,
      @Nullable String word7,
      @Nullable String word8) {}

  String FOUND =
      """
      FROM listing l
      JOIN listing_revision r ON r.listing_id = l.listing_id AND r.revision = l.revision
      JOIN listing_search s ON s.listing_id = l.listing_id
      WHERE l.state = 'PUBLISHED'
        AND l.last_day >= UTC_DATE()
        AND l.held + l.delivered < l.quantity
        AND r.category IN (<categories>)
        AND r.departement IN (<departements>)
        AND (:valueMaxCents IS NULL OR r.unit_value_cents <= :valueMaxCents)
        AND (:reach IS NULL OR r.reach = :reach OR r.reach = 'COUNTRY'
             OR :reach = 'DEPARTEMENT')
        AND (:word1 IS NULL OR s.words LIKE :word1)
        AND (:word2 IS NULL OR s.words LIKE :word2)
        AND (:word3 IS NULL OR s.words LIKE :word3)
        AND (:word4 IS NULL OR s.words LIKE :word4)
        AND (:word5 IS NULL OR s.words LIKE :word5)
        AND (:word6 IS NULL OR s.words LIKE :word6)
        AND (:word7 IS NULL OR s.words LIKE :word7)
        AND (:word8 IS NULL OR s.words LIKE :word8)
      """;

  /** How many there are on each side, whichever side was asked for. */
  @SqlQuery("SELECT l.side AS side, COUNT(*) AS found " + FOUND + "GROUP BY l.side")
  @KeyColumn("side")
  @ValueColumn("found")
  Map<String, Long> count(
      @BindMethods Question question,
      @BindList Collection<String> categories,
      @BindList Collection<String> departements);

  @SqlQuery(
      "SELECT l.listing_id "
          + FOUND
          + """
            AND (:side IS NULL OR l.side = :side)
          ORDER BY CASE WHEN :sort = 'ENDING' THEN l.last_day END,
                   CASE WHEN :sort = 'VALUE' THEN r.unit_value_cents END,
                   l.published_at DESC, l.listing_id DESC
          LIMIT :size OFFSET :skip
          """)
  List<ListingId> page(
      @BindMethods Question question,
      @BindList Collection<String> categories,
      @BindList Collection<String> departements,
      int size,
      int skip);

  /** What a company shows today, the newest first. */
  @SqlQuery(
      ListingsDao.LISTING
          + """
          WHERE l.company_id = :company
            AND l.state = 'PUBLISHED'
            AND l.last_day >= UTC_DATE()
            AND l.held + l.delivered < l.quantity
          ORDER BY l.published_at DESC, l.listing_id DESC
          LIMIT :max
          """)
  List<Listing> shownBy(CompanyId company, int max);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM listing
      WHERE side = :side
        AND state = 'PUBLISHED'
        AND last_day >= UTC_DATE()
        AND held + delivered < quantity
      """)
  long countOpen(Listing.Side side);
}
