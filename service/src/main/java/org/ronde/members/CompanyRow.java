package org.ronde.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/** Reads a company; its plan follows from the last day of what it ordered. */
public final class CompanyRow implements RowMapper<Company> {
  @Override
  public Company map(ResultSet row, StatementContext context) throws SQLException {
    LocalDate planUntil = read(row, "plan_until", LocalDate.class, context);
    return new Company(
        Objects.requireNonNull(read(row, "company_id", CompanyId.class, context)),
        row.getString("name"),
        row.getString("country"),
        row.getString("siren"),
        row.getString("vat_number"),
        row.getString("departement"),
        row.getString("city"),
        row.getString("about"),
        Company.Status.valueOf(row.getString("status")),
        row.getString("refusal_reason"),
        planUntil == null ? Company.Plan.FREE : Company.Plan.PREMIUM,
        planUntil,
        Objects.requireNonNull(read(row, "created_at", Instant.class, context)));
  }

  private static <T> @Nullable T read(
      ResultSet row, String column, Class<T> type, StatementContext context) throws SQLException {
    ColumnMapper<T> mapper = context.findColumnMapperFor(type).orElseThrow();
    return mapper.map(row, column, context);
  }
}
