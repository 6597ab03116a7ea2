package org.ronde.challenges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.DraftId;

/**
 * Challenges that are being written: kept as they were typed, right or wrong, for their author
 * alone. A draft has no terms and reaches nobody, so it is in no {@link ChallengeState} yet; {@link
 * Challenges#launch(Actor, Launch, DraftId)} makes a challenge of it.
 */
public final class Drafts {
  /** The fields of the form, by the names they have there. */
  static final List<String> FIELDS =
      List.of(
          "activity",
          "title",
          "target",
          "endsAt",
          "audience",
          "who",
          "times",
          "rhythm",
          "linkDays",
          "details",
          "place",
          "startsAt",
          "minimum",
          "level",
          "referee",
          "winnersMax",
          "placesMax");

  private static final int TYPED_MAX = 4000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private final Ground ground;

  /**
   * What was typed so far.
   *
   * @param fields by the names of the form; those left empty are missing
   */
  public record Draft(DraftId id, Kind kind, Map<String, String> fields, Instant keptAt) {
    public Draft {
      fields = Map.copyOf(fields);
    }

    /** As a form that can be filled in further. */
    Form form() {
      Form form = Form.empty().preset("draft", id).preset("kind", kind);
      fields.forEach(form::preset);
      return form;
    }
  }

  Drafts(Ground ground) {
    this.ground = ground;
  }

  /**
   * Keeps what was typed as a new draft. Fields of other names are left out.
   *
   * @throws Refusal INVALID at a field of more than 4,000 characters, or, at none, beyond {@code
   *     challenges.draftsMax}
   */
  public DraftId keep(Actor author, Kind kind, Map<String, String> typed) {
    String fields = json(typed);
    return ground.transactions.in(
        () -> {
          if (ground.drafts.count(author.memberId()) >= ground.settings.draftsMax()) {
            throw Refusal.invalid(
                new Fault(
                    "", "challenges.fault.drafts", Map.of("max", ground.settings.draftsMax())));
          }
          DraftId id = new DraftId(ground.ids.next());
          ground.drafts.create(id, author.memberId(), kind, fields);
          return id;
        });
  }

  /**
   * Keeps what was typed since.
   *
   * @throws Refusal NOT_FOUND when it is not the actor’s, or was launched; INVALID
   */
  public void change(Actor author, DraftId id, Kind kind, Map<String, String> typed) {
    if (ground.drafts.change(id, author.memberId(), kind, json(typed)) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  /** A draft of the actor’s own; else NOT_FOUND. */
  public Draft draft(Actor author, DraftId id) {
    return ground
        .drafts
        .find(id, author.memberId())
        .map(Drafts::draft)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** The actor’s drafts, the last kept first. */
  public List<Draft> mine(Actor author) {
    return ground.drafts.of(author.memberId()).stream().map(Drafts::draft).toList();
  }

  /** Throws a draft of the actor’s own away; else NOT_FOUND. */
  public void discard(Actor author, DraftId id) {
    if (ground.drafts.discard(id, author.memberId()) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  private static Draft draft(DraftDao.Row row) {
    try {
      return new Draft(
          row.draftId(), row.kind(), JSON.readValue(row.fields(), TEXTS), row.keptAt());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The draft %s cannot be read.".formatted(row.draftId()), e);
    }
  }

  private static String json(Map<String, String> typed) {
    Map<String, String> kept = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String field : FIELDS) {
      String text = typed.getOrDefault(field, "");
      if (text.length() > TYPED_MAX) {
        faults.add(new Fault(field, "challenges.fault.length", Map.of("length", TYPED_MAX)));
      } else if (!text.isEmpty()) {
        kept.put(field, text);
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    try {
      return JSON.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
