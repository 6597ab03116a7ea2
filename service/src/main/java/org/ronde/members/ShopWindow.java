package org.ronde.members;

import java.util.List;
import org.ronde.ids.CompanyId;

/** What a company's public page shows of its listings; {@code app} plugs in who knows them. */
@FunctionalInterface
public interface ShopWindow {
  /**
   * One listing.
   *
   * @param path its page
   * @param language of the title
   * @param need whether it is wanted, and not offered
   * @param unitValueCents excluding VAT; of a need, the most that one unit would count for
   * @param unit the last part of the message {@code listings.unit.…}
   */
  record Piece(
      String path, String title, String language, boolean need, long unitValueCents, String unit) {}

  /** What everybody may see today, the newest first. */
  List<Piece> of(CompanyId company);
}
