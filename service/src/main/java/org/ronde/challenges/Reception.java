package org.ronde.challenges;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.ronde.evidence.Proof;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.Subject;
import org.ronde.points.ValidationLevel;

/**
 * What the pages of this room share: the doors, the challenge’s own page, and how it comes back
 * when something was refused.
 *
 * @param home the zone of who has named no place
 */
public record Reception(Challenges challenges, Neighbours neighbours, Words words, ZoneId home) {
  /** A proof with the attempt it belongs to. */
  public record Shown(AttemptId attempt, Proof proof) {}

  /** The page of a challenge. */
  View page(Actor actor, ChallengeId id, Locale locale, Form form) {
    Board board = challenges.board();
    Seen.Whole whole = board.challenge(actor, locale, id);
    boolean names = whole.mayInvite() || whole.next() == Seen.Next.PASS_ON || wantsWitness(whole);
    return View.of("challenges/challenge")
        .with("challenge", whole)
        .with("activity", neighbours.atlas().known(whole.activityId()))
        .with(
            "proofs",
            shown(actor, whole.parts().stream().filter(part -> part.proofs() > 0).toList()))
        .with("reachable", names ? board.reachable(actor, whole.activityId()) : List.of())
        .with("wantsWitness", wantsWitness(whole))
        .with("measures", new MeasureWords(words, locale))
        .with(form);
  }

  /** The proofs of some parts, as far as this reader may see them. */
  List<Shown> shown(Actor actor, List<Seen.Part> parts) {
    List<Subject> subjects =
        parts.stream().map(part -> Subject.of(Attempts.SUBJECT, part.id())).toList();
    return neighbours.proofs().of(actor, subjects).stream()
        .map(proof -> new Shown(new AttemptId(proof.subject().id()), proof))
        .toList();
  }

  static boolean wantsWitness(Seen.Whole whole) {
    return whole.next() == Seen.Next.PROVE
        && (whole.kind() == Kind.SELF || whole.terms().level() == ValidationLevel.WITNESSES);
  }

  /** The page again, with a word of thanks or with what was wrong. */
  Response afterwards(
      Actor actor,
      ChallengeId id,
      Form form,
      ContainerRequestContext request,
      String saying,
      Runnable step) {
    return afterwards(
        actor,
        id,
        form,
        request,
        () -> {
          step.run();
          return saying;
        });
  }

  /** The same with a step that says what to say. */
  Response afterwards(
      Actor actor,
      ChallengeId id,
      Form form,
      ContainerRequestContext request,
      Supplier<String> step) {
    Locale locale = Languages.of(request);
    try {
      return Redirect.to("/challenges/" + id).saying(step.get()).response();
    } catch (Refusal refusal) {
      return page(actor, id, locale, form.refused(refusal, words, locale)).answering(refusal);
    }
  }

  /** What a form sends as proof. */
  Attempts.Sent sent(Actor actor, ChallengeId id, Form form, Locale locale) {
    Board board = challenges.board();
    Seen.Whole whole = board.challenge(actor, locale, id);
    Typed typed = new Typed(form);
    BigDecimal measure = typed.number("measure");
    Instant takenAt = typed.moment("takenAt", whole.terms().zone());
    String place = typed.place(neighbours.towns());
    Typed.Named witnesses =
        form.findText("witnesses").isEmpty()
            ? new Typed.Named(Set.of(), Set.of())
            : typed.people(
                "witnesses", board.reachable(actor, whole.activityId()), neighbours.folk());
    if (!witnesses.addresses().isEmpty()) {
      typed.fault("witnesses", "challenges.fault.stranger");
    }
    typed.require();
    return new Attempts.Sent(
        form.value("text"),
        measure,
        takenAt,
        place,
        new SentFiles(
            neighbours.proofs().inspect(form),
            neighbours.proofs().kept(actor.memberId(), form),
            form.value("altText")),
        witnesses.members());
  }

  /** The challenge as it is after a step, for the API. */
  Seen.Whole seen(Actor actor, ChallengeId id, ContainerRequestContext request) {
    return challenges.board().challenge(actor, Languages.of(request), id);
  }

  /** The challenge of an attempt after a step, for the API. */
  Seen.Whole seen(Actor actor, AttemptId attempt, ContainerRequestContext request) {
    return seen(actor, challenges.board().challengeOf(actor, attempt), request);
  }
}
