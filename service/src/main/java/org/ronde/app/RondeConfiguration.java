package org.ronde.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.ronde.activities.ActivitySettings;
import org.ronde.challenges.ChallengeSettings;
import org.ronde.contests.ContestSettings;
import org.ronde.cycles.CycleSettings;
import org.ronde.db.DatabaseConfiguration;
import org.ronde.disputes.DisputeSettings;
import org.ronde.evidence.EvidenceSettings;
import org.ronde.exchanges.ExchangeSettings;
import org.ronde.http.UploadSettings;
import org.ronde.listings.ListingsSettings;
import org.ronde.mail.MailSettings;
import org.ronde.members.MembersSettings;
import org.ronde.notices.NoticeSettings;
import org.ronde.points.PointsSettings;
import org.ronde.preferences.PreferenceSettings;

/** What {@code config.yml} holds. Each room's keys are a record of that room. */
public class RondeConfiguration extends Configuration {
  @JsonProperty @NotNull private URI baseUrl = URI.create("http://localhost:8080");
  @JsonProperty @NotNull private ZoneId timeZone = ZoneId.of("Europe/Paris");
  @JsonProperty private boolean demo;
  @JsonProperty @Valid @NotNull private Halves halves = new Halves(true, true);

  @JsonProperty @Valid @NotNull
  private DatabaseConfiguration database = new DatabaseConfiguration();

  @JsonProperty @Valid @NotNull private MembersSettings members = MembersSettings.defaults();
  @JsonProperty @Valid @NotNull private ListingsSettings listings = ListingsSettings.defaults();

  @JsonProperty @Valid @NotNull
  private PreferenceSettings preferences = PreferenceSettings.defaults();

  @JsonProperty @Valid @NotNull private CycleSettings cycles = CycleSettings.standard();
  @JsonProperty @Valid @NotNull private ExchangeSettings exchanges = ExchangeSettings.standard();
  @JsonProperty @Valid @NotNull private NoticeSettings notices = NoticeSettings.standard();
  @JsonProperty @Valid @NotNull private MailSettings mail = MailSettings.unsent();
  @JsonProperty @Valid @NotNull private UploadSettings uploads = UploadSettings.standard();
  @JsonProperty @Valid @NotNull private DisputeSettings disputes = DisputeSettings.standard();
  @JsonProperty @Valid @NotNull private EvidenceSettings evidence = EvidenceSettings.standard();
  @JsonProperty @Valid @NotNull private ActivitySettings activities = ActivitySettings.standard();
  @JsonProperty @Valid @NotNull private PointsSettings points = PointsSettings.standard();

  @JsonProperty @Valid @NotNull private ChallengeSettings challenges = ChallengeSettings.standard();

  @JsonProperty @Valid @NotNull private ContestSettings contests = ContestSettings.defaults();

  /** Which halves of Ronde this instance offers. */
  public record Halves(boolean barter, boolean challenges) {}

  URI baseUrl() {
    return baseUrl;
  }

  @ValidationMethod(
      message = "baseUrl must be an http or https address without a path: https://ronde.example")
  @JsonIgnore
  public boolean isBaseUrlComplete() {
    return List.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))
        && baseUrl.getHost() != null
        && baseUrl.getPath().length() <= 1;
  }

  ZoneId timeZone() {
    return timeZone;
  }

  /** Whether an empty database is filled with the demo world, and sign-in links are printed. */
  boolean demo() {
    return demo;
  }

  Halves halves() {
    return halves;
  }

  DatabaseConfiguration database() {
    return database;
  }

  /** Points it at another database. */
  void useDatabase(DatabaseConfiguration other) {
    database = other;
  }

  MembersSettings members() {
    return members;
  }

  ListingsSettings listings() {
    return listings;
  }

  PreferenceSettings preferences() {
    return preferences;
  }

  CycleSettings cycles() {
    return cycles;
  }

  ExchangeSettings exchanges() {
    return exchanges;
  }

  NoticeSettings notices() {
    return notices;
  }

  MailSettings mail() {
    return mail;
  }

  UploadSettings uploads() {
    return uploads;
  }

  DisputeSettings disputes() {
    return disputes;
  }

  EvidenceSettings evidence() {
    return evidence;
  }

  ActivitySettings activities() {
    return activities;
  }

  PointsSettings points() {
    return points;
  }

  ChallengeSettings challenges() {
    return challenges;
  }

  ContestSettings contests() {
    return contests;
  }
}
