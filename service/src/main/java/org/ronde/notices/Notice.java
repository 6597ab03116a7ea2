package org.ronde.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.NoticeId;

/**
 * A notice in the words of its reader.
 *
 * @param open what its button says: what there is to see
 * @param companyId the company on whose behalf it was told, or null when told to a person
 * @param path the page of ours that it leads to
 */
public record Notice(
    NoticeId id,
    Notices.Event event,
    String title,
    String text,
    String open,
    @Nullable CompanyId companyId,
    @Nullable String companyName,
    String path,
    Instant createdAt,
    @Nullable Instant readAt) {
  public boolean unread() {
    return readAt == null;
  }

  /** Whether it concerns another company than the one its reader acts for at the moment. */
  boolean forAnother(Actor reader) {
    return companyId != null && !companyId.equals(reader.companyId());
  }
}
