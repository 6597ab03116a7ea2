package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;

@Tag("database")
class DemoWorldTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());

  @Test
  void fillsAnEmptyInstanceOnce() {
    String first = DemoWorld.seed(rooms);
    String second = DemoWorld.seed(rooms);

    assertThat(first).contains("12 companies");
    assertThat(second).contains("in use");
    assertThat(rooms.members().companies().approved()).hasSize(11);
    assertThat(rooms.exchanges().exchanges().count()).isEqualTo(3);
  }
}
