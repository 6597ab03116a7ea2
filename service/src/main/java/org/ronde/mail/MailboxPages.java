package org.ronde.mail;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.http.Redirect;
import org.ronde.http.View;

/** The operator's mailbox: what was written, what became of it, and the texts nobody sends. */
@Path("/operator/mailbox")
@Produces(MediaType.TEXT_HTML)
public final class MailboxPages {
  private final Mailbox mailbox;

  public MailboxPages(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GET
  public View list(@Auth Actor actor, @QueryParam("page") @DefaultValue("1") int page) {
    return View.of("mail/mailbox")
        .with("mails", mailbox.page(actor, page))
        .with("sends", mailbox.sends());
  }

  @GET
  @Path("/{id}")
  public View show(@Auth Actor actor, @PathParam("id") MailId id) {
    return View.of("mail/mail").with("mail", mailbox.mail(actor, id));
  }

  @POST
  @Path("/{id}/attempts")
  @Once
  public Response again(@Auth Actor actor, @PathParam("id") MailId id, Form form) {
    mailbox.takeUpAgain(actor, id);
    return Redirect.to("/operator/mailbox").saying("mail.flash.again").response();
  }
}
