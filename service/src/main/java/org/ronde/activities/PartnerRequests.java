package org.ronde.activities;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;

/**
 * Lets one member ask another to play, and the other answer, without showing an address. Both are
 * told by a notice; whoever is asked was found by {@link Partners}, which only finds the willing.
 */
public final class PartnerRequests {
  static final int WORD_MAX = 500;
  private static final int SHOWN_MAX = 50;

  private final PartnerRequestDao dao;
  private final ActivityDao activities;
  private final Transactions transactions;
  private final Ids ids;
  private final People people;
  private final Tellings tellings;
  private final ActivitySettings settings;

  /** What a member was asked and what they asked, newest first, the last {@value #SHOWN_MAX}. */
  public record Mine(List<PartnerRequest> got, List<PartnerRequest> sent) {
    public Mine {
      got = List.copyOf(got);
      sent = List.copyOf(sent);
    }
  }

  PartnerRequests(
      Activities.Edges edges, People people, Tellings tellings, ActivitySettings settings) {
    this.dao = edges.jdbi().onDemand(PartnerRequestDao.class);
    this.activities = edges.jdbi().onDemand(ActivityDao.class);
    this.transactions = edges.transactions();
    this.ids = edges.ids();
    this.people = people;
    this.tellings = tellings;
    this.settings = settings;
  }

  /** The name of somebody who may be asked; NOT_FOUND for others. */
  public String name(Actor actor, MemberId asked, ActivityId activity) {
    if (asked.equals(actor.memberId()) || !dao.findable(asked, activity)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return people.names(List.of(asked)).getOrDefault(asked, "");
  }

  /**
   * Asks somebody to play.
   *
   * @param word at most 500 characters, may be empty
   * @throws Refusal NOT_FOUND for somebody who does not practise it or does not wish to be found;
   *     INVALID at {@code word} when it is too long, when the same waits or was declined not long
   *     ago, or when the actor asked enough people today
   */
  public PartnerRequestId ask(Actor actor, MemberId asked, ActivityId activity, String word) {
    if (word.length() > WORD_MAX) {
      throw fault("activities.fault.word", Map.of("max", WORD_MAX));
    }
    MemberId asker = actor.memberId();
    return transactions.in(
        () -> {
          if (asked.equals(asker) || !dao.findable(asked, activity)) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          if (dao.sentToday(asker) >= settings.partnerRequestsPerDay()) {
            throw fault(
                "activities.fault.askedToday", Map.of("max", settings.partnerRequestsPerDay()));
          }
          if (dao.declined(asker, asked, activity, settings.declinedDays())) {
            throw fault("activities.fault.declined", Map.of());
          }
          PartnerRequestId id = new PartnerRequestId(ids.next());
          dao.insert(id, asker, asked, activity, word);
          PartnerRequestDao.Row written =
              dao.find(id).orElseThrow(() -> fault("activities.fault.askedBefore", Map.of()));
          tellings.asked(requests(List.of(written)).get(0));
          return id;
        });
  }

  /**
   * Answers, once; the asker is told.
   *
   * @param answer at most 500 characters, may be empty
   * @throws Refusal NOT_FOUND unless the actor was asked; ALREADY_ANSWERED; INVALID at {@code
   *     answer}
   */
  public PartnerRequest answer(Actor actor, PartnerRequestId id, boolean accept, String answer) {
    if (answer.length() > WORD_MAX) {
      throw Refusal.invalid(new Fault("answer", "activities.fault.word", Map.of("max", WORD_MAX)));
    }
    return transactions.in(
        () -> {
          if (!request(actor, id).asked().equals(actor.memberId())) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          PartnerRequest.State state =
              accept ? PartnerRequest.State.ACCEPTED : PartnerRequest.State.DECLINED;
          if (dao.answer(id, actor.memberId(), state, answer) == 0) {
            throw new Refusal(ProblemType.ALREADY_ANSWERED);
          }
          PartnerRequest answered = request(actor, id);
          if (accept) {
            tellings.accepted(answered);
          } else {
            tellings.declined(answered);
          }
          return answered;
        });
  }

  /** A request that the actor wrote or got, or reads as an officer; else NOT_FOUND. */
  public PartnerRequest request(Actor actor, PartnerRequestId id) {
    PartnerRequestDao.Row row =
        dao.find(id)
            .filter(
                found ->
                    found.askerId().equals(actor.memberId())
                        || (found.askedId().equals(actor.memberId()) && !found.hidden())
                        || actor.operator())
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    return requests(List.of(row)).get(0);
  }

  /** Hides a request from whoever was asked, or shows it again. */
  public void hide(PartnerRequestId id, boolean hidden) {
    dao.hide(id, hidden);
  }

  /** Those with whom the member agreed to play. */
  public Set<MemberId> partners(MemberId member) {
    return Set.copyOf(dao.partners(member));
  }

  public Mine mine(Actor actor) {
    return new Mine(
        requests(dao.got(actor.memberId(), SHOWN_MAX)),
        requests(dao.sent(actor.memberId(), SHOWN_MAX)));
  }

  private List<PartnerRequest> requests(Collection<PartnerRequestDao.Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<MemberId, String> names =
        people.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.askerId(), row.askedId()))
                .collect(Collectors.toSet()));
    Map<ActivityId, Activity> known = new HashMap<>();
    activities
        .any(rows.stream().map(PartnerRequestDao.Row::activityId).collect(Collectors.toSet()))
        .forEach(row -> known.put(row.activityId(), row.activity()));
    return rows.stream()
        .flatMap(
            row ->
                Optional.ofNullable(known.get(row.activityId()))
                    .map(activity -> request(row, activity, names))
                    .stream())
        .toList();
  }

  private static PartnerRequest request(
      PartnerRequestDao.Row row, Activity activity, Map<MemberId, String> names) {
    return new PartnerRequest(
        row.requestId(),
        row.askerId(),
        names.getOrDefault(row.askerId(), ""),
        row.askedId(),
        names.getOrDefault(row.askedId(), ""),
        activity,
        row.word(),
        row.state(),
        row.answer(),
        row.askedAt(),
        row.answeredAt());
  }

  private static Refusal fault(String key, Map<String, Object> arguments) {
    return Refusal.invalid(new Fault("word", key, arguments));
  }
}
