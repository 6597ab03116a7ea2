package org.ronde.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

/** Reads rows of {@link ListingsDao#LISTING}. Public because jdbi makes it. */
public final class ListingRows implements RowMapper<Listing> {
  @Override
  public Listing map(ResultSet row, StatementContext context) throws SQLException {
    return new Listing(
        column(row, "listing_id", ListingId.class, context),
        column(row, "company_id", CompanyId.class, context),
        Listing.Side.valueOf(row.getString("side")),
        row.getInt("revision"),
        Listing.State.valueOf(row.getString("state")),
        row.getString("title"),
        row.getString("description"),
        row.getString("language"),
        row.getString("category"),
        Listing.Unit.valueOf(row.getString("unit")),
        row.getLong("quantity"),
        row.getLong("quantity_step"),
        row.getLong("held"),
        row.getLong("delivered"),
        Money.euros(row.getLong("unit_value_cents")),
        row.getInt("vat_permille"),
        row.getString("departement"),
        Listing.Reach.valueOf(row.getString("reach")),
        column(row, "last_day", LocalDate.class, context),
        row.getString("one_of_group"),
        column(row, "updated_at", Instant.class, context));
  }

  private static <T> T column(ResultSet row, String name, Class<T> type, StatementContext context)
      throws SQLException {
    ColumnMapper<T> mapper =
        context
            .findColumnMapperFor(type)
            .orElseThrow(() -> new IllegalStateException("Nothing reads %s.".formatted(type)));
    return mapper.map(row, name, context);
  }
}
