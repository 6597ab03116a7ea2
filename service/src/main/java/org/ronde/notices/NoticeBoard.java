package org.ronde.notices;

import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Templates;
import org.ronde.ids.MemberId;
import org.ronde.ids.NoticeId;

/** What a member reads: their notices, unread ones first, in the language of the request. */
public final class NoticeBoard {
  private final NoticeDao dao;
  private final Templates templates;
  private final NoticeSettings settings;

  public NoticeBoard(Jdbi jdbi, Templates templates, NoticeSettings settings) {
    this.dao = jdbi.onDemand(NoticeDao.class);
    this.templates = templates;
    this.settings = settings;
  }

  /** The member's notices. */
  public Paged<Notice> page(Actor actor, Locale locale, int number) {
    MemberId member = actor.memberId();
    return Paged.of(
            number,
            settings.pageSize(),
            dao.count(member),
            (size, skip) -> dao.page(member, size, skip))
        .map(row -> said(row, locale));
  }

  /** How many notices a member has not read; every page's header shows it. */
  public int unread(MemberId member) {
    return dao.unread(member);
  }

  /**
   * Marks a notice as read, once, and gives it.
   *
   * @throws Refusal NOT_FOUND when it is not the member's own
   */
  public Notice read(Actor actor, Locale locale, NoticeId id) {
    dao.read(id, actor.memberId());
    return notice(actor, locale, id);
  }

  /**
   * A notice, read or not.
   *
   * @throws Refusal NOT_FOUND when it is not the member's own
   */
  public Notice notice(Actor actor, Locale locale, NoticeId id) {
    return dao.find(id, actor.memberId())
        .map(row -> said(row, locale))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  public void readAll(Actor actor) {
    dao.readAll(actor.memberId());
  }

  /** Forgets notices older than the settings keep them; a daily job calls this. */
  public int forgetOld() {
    return dao.forget(settings.keptDays());
  }

  private Notice said(NoticeDao.Row row, Locale locale) {
    Map<String, Object> arguments = Facts.of(row.facts()).arguments(templates, locale);
    return new Notice(
        row.noticeId(),
        row.event(),
        templates.words().say(locale, row.event().key() + ".title", arguments),
        templates.words().say(locale, row.event().key() + ".text", arguments),
        templates.words().say(locale, row.event().key() + ".open"),
        row.companyId(),
        row.companyName(),
        row.path(),
        row.createdAt(),
        row.readAt());
  }
}
