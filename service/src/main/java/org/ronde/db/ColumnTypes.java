package org.ronde.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.Id;

/**
 * Teaches jdbi the types of Ronde: ids are {@code BINARY(16)}, and a row becomes any record whose
 * components are named like its columns.
 */
final class ColumnTypes {
  private ColumnTypes() {}

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** Writes any {@link Id} as 16 bytes. */
  static final class IdArguments extends AbstractArgumentFactory<Id> {
    IdArguments() {
      super(Types.BINARY);
    }

    @Override
    protected Argument build(Id id, ConfigRegistry config) {
      return (position, statement, context) -> statement.setBytes(position, bytes(id.value()));
    }
  }

  /** Writes a UUID that names a thing of another room as 16 bytes. */
  static final class UuidArguments extends AbstractArgumentFactory<UUID> {
    UuidArguments() {
      super(Types.BINARY);
    }

    @Override
    protected Argument build(UUID id, ConfigRegistry config) {
      return (position, statement, context) -> statement.setBytes(position, bytes(id));
    }
  }

  /** Reads 16 bytes into a UUID. */
  static final class UuidColumn implements ColumnMapper<UUID> {
    @Override
    public @Nullable UUID map(ResultSet row, int column, StatementContext context)
        throws SQLException {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? null : uuid(bytes);
    }
  }

  /** Reads 16 bytes into whichever {@link Id} record is asked for. */
  static final class IdColumns implements ColumnMapperFactory {
    // Jdbi asks again for every statement.
    private final Map<Class<?>, ColumnMapper<?>> known = new ConcurrentHashMap<>();

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      Class<?> raw = GenericTypes.getErasedType(type);
      return !Id.class.isAssignableFrom(raw) || raw.isInterface()
          ? Optional.empty()
          : Optional.of(known.computeIfAbsent(raw, IdColumns::column));
    }

    private static ColumnMapper<?> column(Class<?> id) {
      Constructor<?> constructor;
      try {
        constructor = id.getDeclaredConstructor(UUID.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("%s has no constructor of a UUID.".formatted(id), e);
      }
      return (row, column, context) -> {
        byte[] bytes = row.getBytes(column);
        try {
          return bytes == null ? null : constructor.newInstance(uuid(bytes));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("%s cannot be made.".formatted(id), e);
        }
      };
    }
  }

  /** Reads a row into whichever record of ours is asked for. */
  static final class RecordRows implements RowMapperFactory {
    // Jdbi asks again for every statement.
    private final Map<Class<?>, RowMapper<?>> known = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
      Class<?> raw = GenericTypes.getErasedType(type);
      return raw.isRecord()
              && raw.getPackageName().startsWith("org.ronde")
              && !Id.class.isAssignableFrom(raw)
          ? Optional.of(known.computeIfAbsent(raw, RecordRow::new))
          : Optional.empty();
    }
  }
}
