package org.ronde.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.ronde.db.DatabaseConfiguration;

/** What {@code config.yml} holds. Each room's keys are a record of that room. */
public class RondeConfiguration extends Configuration {
  @NotNull private URI baseUrl = URI.create("http://localhost:8080");
  @NotNull private ZoneId timeZone = ZoneId.of("Europe/Paris");
  @Valid @NotNull private DatabaseConfiguration database = new DatabaseConfiguration();
  @Valid @NotNull private Halves halves = new Halves(true, true);

  /** Which halves of Ronde this instance offers. */
  public record Halves(boolean barter, boolean challenges) {}

  @JsonProperty
  public URI getBaseUrl() {
    return baseUrl;
  }

  @JsonProperty
  public void setBaseUrl(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  @JsonProperty
  public ZoneId getTimeZone() {
    return timeZone;
  }

  @JsonProperty
  public void setTimeZone(ZoneId timeZone) {
    this.timeZone = timeZone;
  }

  @JsonProperty
  public DatabaseConfiguration getDatabase() {
    return database;
  }

  @JsonProperty
  public void setDatabase(DatabaseConfiguration database) {
    this.database = database;
  }

  @JsonProperty
  public Halves getHalves() {
    return halves;
  }

  @JsonProperty
  public void setHalves(Halves halves) {
    this.halves = halves;
  }
}
