package org.ronde.http;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * Who is asking: a member, the company they act for at the moment (or none), and their rights
 * there. Read from the database for every request, so that a right taken away is gone at once.
 *
 * @param session the session's page token, which forms carry against forged requests; null for a
 *     request with an API token
 */
public record Actor(
    MemberId memberId,
    String memberName,
    Locale locale,
    boolean operator,
    @Nullable Acting acting,
    @Nullable String session)
    implements Principal {

  /** The company an actor acts for, and as what. */
  public record Acting(CompanyId companyId, String companyName, Role role, boolean approved) {}

  /** What a member may do for a company: an owner also manages people, limits and the plan. */
  public enum Role {
    OWNER,
    TRADER
  }

  @Override
  public String getName() {
    return memberName;
  }

  public Optional<Acting> findActing() {
    return Optional.ofNullable(acting);
  }

  /**
   * The company this actor trades for.
   *
   * @throws Refusal {@link ProblemType#NO_COMPANY} when they act for none
   */
  public Acting company() {
    if (acting == null) {
      throw new Refusal(ProblemType.NO_COMPANY);
    }
    return acting;
  }

  /**
   * The company this actor owns.
   *
   * @throws Refusal {@link ProblemType#NOT_OWNER} when they are not an owner of it
   */
  public Acting ownedCompany() {
    Acting company = company();
    if (company.role() != Role.OWNER) {
      throw new Refusal(ProblemType.NOT_OWNER);
    }
    return company;
  }

  /**
   * Lets operators pass.
   *
   * @throws Refusal {@link ProblemType#NOT_FOUND}: what only operators may see does not exist for
   *     others
   */
  public void requireOperator() {
    if (!operator) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  // For templates, which read beans.
  public @Nullable String companyName() {
    return acting == null ? null : acting.companyName();
  }

  public @Nullable CompanyId companyId() {
    return acting == null ? null : acting.companyId();
  }

  public boolean canTrade() {
    return acting != null && acting.approved();
  }
}
