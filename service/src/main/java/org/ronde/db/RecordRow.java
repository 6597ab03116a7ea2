package org.ronde.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row into a record: component {@code closedAt} from column {@code closed_at}. Jdbi's own
 * mapper of constructors looks every parameter up anew in each result, which took longer than most
 * statements; here one type of column is read in one way throughout, so how is found out once.
 */
final class RecordRow<R> implements RowMapper<R> {
  private final Class<R> type;
  private final Constructor<R> constructor;
  private final List<RecordComponent> components;
  private final List<String> names;
  private volatile @Nullable List<ColumnMapper<?>> mappers;

  RecordRow(Class<R> type) {
    this.type = type;
    this.components = List.of(type.getRecordComponents());
    this.names = components.stream().map(component -> plain(component.getName())).toList();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          "%s has no constructor of its components.".formatted(type), e);
    }
    constructor.setAccessible(true);
  }

  @Override
  public R map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
    List<ColumnMapper<?>> parts = mappers(context);
    int[] columns = columns(rows.getMetaData());
    return (row, unused) -> {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = parts.get(i).map(row, columns[i], context);
      }
      return make(values);
    };
  }

  private R make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "%s cannot be made of %s.".formatted(type, Arrays.toString(values)), e);
    }
  }

  private List<ColumnMapper<?>> mappers(StatementContext context) {
    List<ColumnMapper<?>> known = mappers;
    if (known == null) {
      known = new ArrayList<>();
      for (RecordComponent component : components) {
        known.add(
            context
                .findColumnMapperFor(QualifiedType.of(component.getGenericType()))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "No column can be read into %s of %s.".formatted(component, type))));
      }
      mappers = known;
    }
    return known;
  }

  private int[] columns(ResultSetMetaData rows) throws SQLException {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 1; i <= rows.getColumnCount(); i++) {
      columns.put(plain(rows.getColumnLabel(i)), i);
    }
    int[] found = new int[names.size()];
    for (int i = 0; i < found.length; i++) {
      Integer column = columns.get(names.get(i));
      if (column == null) {
        throw new IllegalStateException(
            "No column for %s of %s among %s.".formatted(names.get(i), type, columns.keySet()));
      }
      found[i] = column;
    }
    return found;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
