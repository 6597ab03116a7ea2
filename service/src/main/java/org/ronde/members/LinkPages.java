package org.ronde.members;

import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/**
 * Where the links in mails lead. Opening one shows what it is for and a button; only the button
 * uses it, because mail scanners open links too.
 *
 * <p>No {@code @Once} here: a link works once by itself, and its answer carries a cookie.
 */
@Path("/links/{secret}")
@Produces(MediaType.TEXT_HTML)
public final class LinkPages {
  private static final String HOME = "/";
  private static final String COMPANY = "/company";
  private static final String ACCOUNT = "/account";

  private final Doors doors;
  private final Gate gate;

  /** One door for each thing a link is good for. */
  record Doors(
      Doorway doorway,
      SignIns signIns,
      SignUps signUps,
      Accounts accounts,
      Invitations invitations,
      Operators operators) {}

  LinkPages(Doors doors, Gate gate) {
    this.doors = doors;
    this.gate = gate;
  }

  /** Shows what the link is for. */
  @GET
  public View show(@Auth Optional<Actor> actor, @PathParam("secret") String secret) {
    return view(doors.doorway().links().link(new Secret(secret))).with(Form.empty());
  }

  /** Uses the link. */
  @POST
  public Response use(
      @Auth Optional<Actor> actor,
      @PathParam("secret") String secret,
      Form form,
      @Context HttpServletRequest servlet,
      @Context ContainerRequestContext request) {
    Secret key = new Secret(secret);
    Link link = doors.doorway().links().link(key);
    Browser browser = gate.browser(servlet);
    try {
      return switch (link.purpose()) {
        case CONFIRM -> confirm(key, browser);
        case SIGN_IN -> signIn(key, browser);
        case RESET ->
            gate.signedIn(HOME, doors.accounts().reset(key, form.value("password"), browser))
                .saying("members.flash.passwordChanged")
                .response();
        case INVITE -> accept(key, form, browser, Languages.of(request));
        case FIRST_OPERATOR -> becomeOperator(key, form, browser, Languages.of(request));
        case MERGE -> throw new Refusal(ProblemType.LINK_USED);
      };
    } catch (Refusal refusal) {
      return gate.again(view(link), form, refusal, request);
    }
  }

  private Response confirm(Secret key, Browser browser) {
    SignUps.Confirmed confirmed = doors.signUps().confirm(key, browser);
    if (confirmed.companyTaken()) {
      return gate.signedIn(ACCOUNT, confirmed.secret())
          .saying("members.flash.companyTaken")
          .response();
    }
    return gate.signedIn(confirmed.hasCompany() ? COMPANY : ACCOUNT, confirmed.secret())
        .saying(confirmed.hasCompany() ? "members.flash.companyWaits" : "members.flash.welcome")
        .response();
  }

  private Response signIn(Secret key, Browser browser) {
    SignIns.Entered entered = doors.signIns().byLink(key, browser);
    return gate.signedIn(entered.next().isEmpty() ? HOME : entered.next(), entered.secret())
        .response();
  }

  private Response accept(Secret key, Form form, Browser browser, Locale locale) {
    Invitations.Newcomer newcomer =
        new Invitations.Newcomer(form.value("name"), form.value("password"), locale);
    return gate.signedIn(COMPANY, doors.invitations().accept(key, newcomer, browser))
        .saying("members.flash.joined")
        .response();
  }

  private Response becomeOperator(Secret key, Form form, Browser browser, Locale locale) {
    Secret session =
        doors
            .operators()
            .becomeFirst(key, form.value("email"), form.value("name"), locale, browser);
    return gate.signedIn("/operator/companies", session)
        .saying("members.flash.operator")
        .response();
  }

  private View view(Link link) {
    return switch (link.purpose()) {
      case CONFIRM -> {
        SignUpDao.Row row = doors.signUps().signUp(link);
        yield View.of("members/link-confirm")
            .with("name", row.name())
            .with("email", row.email())
            .with("company", row.companyName());
      }
      case SIGN_IN -> View.of("members/link-sign-in");
      case RESET -> View.of("members/link-reset");
      case INVITE -> {
        Invitation invitation = doors.invitations().invitation(link);
        yield View.of("members/link-invite")
            .with("invitation", invitation)
            .with("isMember", doors.invitations().invitesAMember(invitation));
      }
      case FIRST_OPERATOR -> View.of("members/link-operator");
      // Its own page asks who is there first.
      case MERGE -> throw new Refusal(ProblemType.LINK_USED);
    };
  }
}
