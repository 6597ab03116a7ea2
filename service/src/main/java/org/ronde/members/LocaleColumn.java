package org.ronde.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a language code into a locale. */
public final class LocaleColumn implements ColumnMapper<Locale> {
  @Override
  public Locale map(ResultSet row, int column, StatementContext context) throws SQLException {
    return Locale.forLanguageTag(row.getString(column));
  }
}
