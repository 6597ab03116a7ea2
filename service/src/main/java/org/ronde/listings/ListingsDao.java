package org.ronde.listings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.ids.MemberId;

/** Listings as they stand, their revisions and their story. */
@RegisterRowMapper(ListingRows.class)
interface ListingsDao {
  /** What changes about a listing, read under its lock. */
  record Head(
      ListingId listingId,
      CompanyId companyId,
      Listing.Side side,
      Listing.State state,
      int revision,
      long quantity,
      long held,
      long delivered,
      LocalDate lastDay,
      @Nullable String oneOfGroup) {
    long taken() {
      return held + delivered;
    }
  }

  /** What happened to a listing besides new revisions. */
  enum Event {
    PUBLISHED,
    PAUSED,
    GROUP_PAUSED,
    WITHDRAWN,
    RENEWED,
    EXPIRED
  }

  /** A listing in its current revision; its last day is the head's, which renewing moves. */
  String LISTING =
      """
      SELECT l.listing_id, l.company_id, l.side, l.revision, l.state, r.title, r.description,
             r.language, r.category, r.unit, l.quantity, r.quantity_step, l.held, l.delivered,
             r.unit_value_cents, r.vat_permille, r.departement, r.reach, l.last_day,
             l.one_of_group, l.updated_at
      FROM listing l
      JOIN listing_revision r ON r.listing_id = l.listing_id AND r.revision = l.revision
      """;

  @SqlQuery("SELECT UTC_DATE()")
  LocalDate today();

  @SqlQuery(LISTING + "WHERE l.listing_id = :id")
  Optional<Listing> find(ListingId id);

  @SqlQuery(LISTING + "WHERE l.listing_id IN (<ids>)")
  List<Listing> findAll(@BindList Collection<ListingId> ids);

  @SqlQuery(LISTING + "WHERE l.company_id = :company ORDER BY l.updated_at DESC, l.listing_id")
  List<Listing> ofCompany(CompanyId company);

  @SqlQuery(
      LISTING
          + """
          WHERE l.state = 'PUBLISHED'
            AND l.last_day >= UTC_DATE()
            AND l.quantity - l.held - l.delivered >= r.quantity_step
          ORDER BY l.listing_id
          """)
  List<Listing> tradable();

  @SqlQuery(
      """
      SELECT l.listing_id, l.company_id, l.side, r.revision, l.state, r.title, r.description,
             r.language, r.category, r.unit, r.quantity, r.quantity_step, l.held, l.delivered,
             r.unit_value_cents, r.vat_permille, r.departement, r.reach, r.last_day,
             r.one_of_group, r.created_at AS updated_at
      FROM listing l
      JOIN listing_revision r ON r.listing_id = l.listing_id
      WHERE l.listing_id = :id AND r.revision = :revision
      """)
  Optional<Listing> findRevision(ListingId id, int revision);

  /** Locks listings in the order of their ids, whatever order they are asked for in. */
  @SqlQuery(
      """
      SELECT listing_id, company_id, side, state, revision, quantity, held, delivered, last_day,
             one_of_group
      FROM listing
      WHERE listing_id IN (<ids>)
      ORDER BY listing_id
      FOR UPDATE
      """)
  List<Head> lock(@BindList Collection<ListingId> ids);

  @SqlUpdate(
      """
      INSERT INTO listing (listing_id, company_id, side, state, revision, quantity, last_day,
                           one_of_group, created_at, updated_at)
      VALUES (:id, :company, :side, 'DRAFT', 1, :quantity, :lastDay, :oneOfGroup,
              UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
      """)
  void create(
      ListingId id,
      CompanyId company,
      Listing.Side side,
      long quantity,
      LocalDate lastDay,
      @Nullable String oneOfGroup);

  @SqlUpdate(
      """
      INSERT INTO listing_revision (listing_id, revision, member_id, title, description, language,
                                    category, unit, quantity, quantity_step, unit_value_cents,
                                    vat_permille, departement, reach, last_day, one_of_group,
                                    created_at)
      VALUES (:id, :revision, :member, :title, :description, :language, :category, :unit,
              :quantity, :quantityStep, :unitValueCents, :vatPermille, :departement, :reach,
              :lastDay, :oneOfGroup, UTC_TIMESTAMP(6))
      """)
  void append(
      ListingId id,
      int revision,
      MemberId member,
      long unitValueCents,
      @BindMethods ListingTerms terms);

  @SqlUpdate(
      """
      UPDATE listing
      SET revision = :from + 1, quantity = :quantity, last_day = :lastDay,
          one_of_group = :oneOfGroup, updated_at = UTC_TIMESTAMP(6)
      WHERE listing_id = :id AND revision = :from AND held + delivered <= :quantity
      """)
  int revise(ListingId id, int from, long quantity, LocalDate lastDay, @Nullable String oneOfGroup);

  @SqlUpdate(
      """
      UPDATE listing
      SET published_at =
            CASE WHEN :to = 'PUBLISHED' THEN COALESCE(published_at, UTC_TIMESTAMP(6))
                 ELSE published_at END,
          state = :to, last_day = :lastDay, updated_at = UTC_TIMESTAMP(6)
      WHERE listing_id = :id AND state = :from
      """)
  int move(ListingId id, Listing.State from, Listing.State to, LocalDate lastDay);

  @SqlUpdate(
      """
      INSERT INTO listing_event (listing_id, kind, revision, last_day, member_id, happened_at)
      VALUES (:id, :kind, :revision, :lastDay, :member, UTC_TIMESTAMP(6))
      """)
  void tell(ListingId id, Event kind, int revision, LocalDate lastDay, @Nullable MemberId member);

  @SqlUpdate(
      """
      INSERT INTO listing_search (listing_id, words)
      VALUES (:id, :words)
      ON DUPLICATE KEY UPDATE words = VALUES(words)
      """)
  void keepWords(ListingId id, String words);

  @SqlQuery(
      """
      SELECT DISTINCT one_of_group
      FROM listing
      WHERE company_id = :company AND one_of_group IS NOT NULL AND state <> 'WITHDRAWN'
      ORDER BY one_of_group
      """)
  List<String> groups(CompanyId company);
}
