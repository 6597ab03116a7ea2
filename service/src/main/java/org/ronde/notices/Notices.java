package org.ronde.notices;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Templates;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.NoticeId;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;
import org.ronde.members.Person;

/** Tells members what happened: a notice on their page and a mail, in their language. */
public final class Notices {
  private static final String TEMPLATE = "notices/notice";

  private final NoticeDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Audience audience;
  private final Post post;
  private final Templates templates;

  /**
   * What can be told. Each has the messages {@code notices.<event>.title}, {@code .text} and {@code
   * .open} (what its button shows), the event written {@code like-this}, and names the facts that
   * they need. The name of the company told is a fact of its own, {@code company}.
   *
   * <p>{@code give} and {@code receive} are titles of listings; {@code companies} counts those of a
   * ring.
   */
  public enum Event {
    /** The company may publish. */
    COMPANY_APPROVED,
    /** {@code reason}: the operator's words. */
    COMPANY_REFUSED("reason"),
    /** {@code until}: the plan's last day; {@code priceCents}: the fee excluding VAT. */
    PLAN_STARTED("until", "priceCents"),
    /** {@code title}, {@code lastDay}: a date. */
    LISTING_EXPIRES_SOON("title", "lastDay"),
    /** {@code title} of the listing. */
    LISTING_EXPIRED("title"),
    /** {@code title} of a need whose group was served by another need. */
    LISTING_PAUSED_BY_GROUP("title"),
    /** {@code title} of a need whose group nothing serves any more. */
    LISTING_GROUP_FREE("title"),
    /**
     * {@code valueCents}: what the company would give, excluding VAT; {@code deadline}: instant.
     */
    CYCLE_PROPOSED("give", "receive", "valueCents", "companies", "deadline"),
    /** {@code deadline}: an instant. */
    CYCLE_DEADLINE_NEAR("give", "receive", "deadline"),
    /** The cycle is an exchange; the path leads to it. */
    CYCLE_ACCEPTED_BY_ALL("give", "receive", "companies"),
    /** A company said no. */
    CYCLE_REFUSED("give", "receive"),
    /** Somebody had not answered at the deadline. */
    CYCLE_EXPIRED("give", "receive"),
    /** A listing in it changed. */
    CYCLE_WITHDRAWN("give", "receive"),
    /** {@code title} of what to give; {@code receiver}: a company's name; {@code dueOn}: a date. */
    LEG_DUE("title", "receiver", "dueOn"),
    /** {@code title} of what is on its way; {@code giver}: a company's name. */
    LEG_SENT("title", "giver"),
    /** {@code title} of what arrived; {@code receiver}: a company's name. */
    LEG_RECEIVED("title", "receiver"),
    /** Everybody has received. */
    EXCHANGE_CLOSED("give", "receive", "companies"),

    /** {@code points} that the member has now that two accounts are one. */
    ACCOUNTS_MERGED("points"),

    // Disputes; title: of what it is about; who: a member's name.
    DISPUTE_OPENED("title", "who"),
    DISPUTE_SAID("title", "who"),
    DISPUTE_WITHDRAWN("title", "who"),
    DISPUTE_DECIDED("title", "who"),
    DISPUTE_APPEALED("title", "who"),
    DISPUTE_CLOSED("title", "who"),
    /** For officers. */
    DISPUTE_WAITS("title"),
    /** For officers. */
    REPORT_WAITS("title"),
    /** For one who reported; {@code reason}: an officer's words. */
    REPORT_UPHELD("title", "reason"),
    REPORT_DECLINED("title", "reason"),
    /** For the author. */
    CONTENT_HIDDEN("title", "reason"),
    CONTENT_RESTORED("title", "reason"),

    // Social; who: a member's name; title: of the challenge.
    FRIEND_ASKED("who"),
    FRIEND_AGREED("who"),
    APPLAUSE_GIVEN("who", "title"),
    COMMENT_MADE("who", "title"),
    // Points.
    /** For operators. {@code count} of findings; {@code finding}: the first, a sentence. */
    POINTS_DRIFT("count", "finding"),
    // Evidence.
    /** {@code name} of who marked the member in a picture; the path leads to the question. */
    EVIDENCE_PERSON_ASKED("name"),
    /** {@code name} of who answered, as the owner marked them. */
    EVIDENCE_PERSON_ANSWERED("name"),
    // Challenges: {@code title} of the challenge, {@code person} who did it.
    /** {@code deadline}: an instant. */
    CHALLENGE_INVITED("title", "person", "deadline"),
    /** An open call in an activity that the member follows. */
    CHALLENGE_OPENED("title", "person"),
    CHALLENGE_ACCEPTED("title", "person"),
    CHALLENGE_REFUSED("title", "person"),
    /** No answer in time. */
    CHALLENGE_LAPSED("title", "person"),
    CHALLENGE_COUNTERED("title", "person"),
    CHALLENGE_COUNTER_ACCEPTED("title", "person"),
    CHALLENGE_COUNTER_DECLINED("title", "person"),
    CHALLENGE_EDITED("title", "person"),
    CHALLENGE_PROOF_TO_SEE("title", "person"),
    CHALLENGE_OFFICER_ASKED("title", "person"),
    CHALLENGE_VALIDATED("title", "person"),
    /** Nobody was needed, or nobody objected. */
    CHALLENGE_VALIDATED_ALONE("title"),
    /** {@code reason}: the words of who looked at it. */
    CHALLENGE_NOT_YET("title", "person", "reason"),
    /** {@code deadline}: an instant. */
    CHALLENGE_ENDS_SOON("title", "deadline"),
    CHALLENGE_EXPIRED("title"),
    CHALLENGE_CHAIN_YOURS("title", "person"),
    CHALLENGE_DECIDED_YES("title"),
    CHALLENGE_DECIDED_NO("title"),
    /** {@code reason}: the officer's words. */
    CHALLENGE_REVOKED("title", "reason"),
    CHALLENGE_CANCELLED("title"),
    CHALLENGE_SUSPENDED("title"),
    CHALLENGE_RESUMED("title"),
    // Contests: {@code title} of the contest, {@code prize} of what can be won.
    CONTEST_PRIZE_ASKED("title", "prize"),
    CONTEST_OPENED("title"),
    CONTEST_FROZEN("title"),
    CONTEST_RESULT("title"),
    CONTEST_ANSWERED("title"),
    CONTEST_PRIZE_WON("title", "prize"),
    /** {@code reason}: the operator's words. */
    CONTEST_RULES_CHANGED("title", "reason"),
    /** {@code reason}: the operator's words. */
    CONTEST_VOID("title", "reason"),
    // Activities.
    /** {@code activity}: its name in the reader's language. */
    ACTIVITY_APPROVED("activity"),
    /** {@code activity}: the name it was proposed by; {@code reason}: the operator's words. */
    ACTIVITY_REFUSED("activity", "reason"),
    /** {@code words}: the beginning of what the safety gate stopped; {@code answer}: why it may. */
    IDEA_ALLOWED("words", "answer"),
    /** The same, and why it may not. */
    IDEA_REFUSED("words", "answer"),
    /** {@code partner}: who would like to play {@code activity} with the reader. */
    PARTNER_ASKED("partner", "activity"),
    /** {@code partner}: who was asked. */
    PARTNER_ACCEPTED("partner", "activity"),
    PARTNER_DECLINED("partner", "activity");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes.
    private final Set<String> facts;

    Event(String... facts) {
      this.facts = Set.of(facts);
    }

    /** The names of the facts that its messages need. */
    public Set<String> facts() {
      return facts;
    }

    /** The first part of its message keys. */
    String key() {
      return "notices." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Notices(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Audience audience,
      Post post,
      Templates templates) {
    this.dao = jdbi.onDemand(NoticeDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.audience = audience;
    this.post = post;
    this.templates = templates;
  }

  /**
   * Tells everybody who acts for a company, in the caller's transaction.
   *
   * @param facts named values of the messages: texts, whole numbers, amounts in cents under names
   *     that end in {@code Cents}, instants, dates; at least those that the event names
   * @param path the page of ours that the notice leads to, starting with a slash
   */
  public void tell(CompanyId company, Event event, Map<String, Object> facts, String path) {
    check(event, facts, path);
    tell(company, event, unused -> facts, path);
  }

  /**
   * The same with facts that are themselves in words of a language, such as a title that was
   * written in two.
   *
   * @param facts those for a reader's language
   */
  public void tell(
      CompanyId company, Event event, Function<Locale, Map<String, Object>> facts, String path) {
    transactions.run(
        () -> {
          String name = audience.companyName(company);
          for (Person person : audience.people(company)) {
            Map<String, Object> all = new HashMap<>(facts.apply(person.locale()));
            check(event, all, path);
            all.put("company", name);
            write(person, new Told(company, name), event, new Facts(all), path);
          }
        });
  }

  /** Tells one member; nobody when they have left. */
  public void tellMember(MemberId member, Event event, Map<String, Object> facts, String path) {
    check(event, facts, path);
    transactions.run(() -> write(audience.member(member), null, event, new Facts(facts), path));
  }

  /** The company on whose behalf somebody is told. */
  private record Told(CompanyId id, String name) {}

  private static void check(Event event, Map<String, Object> facts, String path) {
    if (!facts.keySet().containsAll(event.facts())) {
      throw new IllegalArgumentException(
          "The notice %s needs the facts %s but got %s."
              .formatted(event, event.facts(), facts.keySet()));
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException(
          "The notice %s cannot lead to '%s': a path of ours starts with one slash."
              .formatted(event, path));
    }
  }

  /** Forgets what a member was told, and their name in what others were told. */
  public void forget(Person member) {
    transactions.run(
        () -> {
          dao.forgetTo(member.id());
          Facts.PEOPLE.forEach(fact -> dao.forgetName("$." + fact, member.name()));
        });
  }

  /**
   * Makes what one account of a person was told another's, in the caller's transaction. In what
   * others were told the name goes that leads nowhere any more, unless both have the same.
   */
  public void join(Person from, Person into) {
    dao.forgetToldTwice(from.id(), into.id());
    dao.move(from.id(), into.id());
    if (!from.name().equals(into.name())) {
      Facts.PEOPLE.forEach(fact -> dao.forgetName("$." + fact, from.name()));
    }
  }

  private void write(Person person, @Nullable Told company, Event event, Facts facts, String path) {
    if (person.left()) {
      return;
    }
    NoticeId id = new NoticeId(ids.next());
    dao.put(
        id,
        person.id(),
        company == null ? null : company.id(),
        company == null ? null : company.name(),
        event,
        facts.json(),
        path);
    Map<String, Object> arguments = facts.arguments(templates, person.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("title", templates.words().say(person.locale(), event.key() + ".title", arguments));
    model.put("text", templates.words().say(person.locale(), event.key() + ".text", arguments));
    model.put("open", templates.words().say(person.locale(), event.key() + ".open"));
    model.put("path", "/notices/" + id);
    if (company != null) {
      model.put("company", company.name());
    }
    post.post(new Letter(person.email(), person.name(), person.locale(), TEMPLATE, model));
  }
}
