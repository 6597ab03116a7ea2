package org.ronde.evidence;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.Once;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;

/**
 * May we show you? Asked of a member by a notice, and of anybody else by a link in a mail. Opening
 * it changes nothing, because mail scanners open links too.
 */
@Path("/evidence")
@Produces(MediaType.TEXT_HTML)
public final class AskedPages {
  private static final String JPEG = "image/jpeg";

  private final People people;

  public AskedPages(People people) {
    this.people = people;
  }

  @GET
  @Path("/asked/{person}")
  public View member(@Auth Actor actor, @PathParam("person") PersonId id) {
    return page(people.question(actor, id), "/evidence/asked/" + id);
  }

  @GET
  @Path("/asked/{person}/picture")
  @Produces(JPEG)
  public byte[] picture(@Auth Actor actor, @PathParam("person") PersonId id) {
    return people.picture(actor, id);
  }

  @POST
  @Path("/asked/{person}")
  @Once
  public Response answer(@Auth Actor actor, @PathParam("person") PersonId id, Form form) {
    return answer(form, "/evidence/asked/" + id, answer -> people.answer(actor, id, answer));
  }

  @GET
  @Path("/links/{secret}")
  public View anybody(@Auth Optional<Actor> actor, @PathParam("secret") String secret) {
    return page(people.questionByLink(secret), "/evidence/links/" + secret);
  }

  @GET
  @Path("/links/{secret}/picture")
  @Produces(JPEG)
  public byte[] pictureOfAnybody(@Auth Optional<Actor> actor, @PathParam("secret") String secret) {
    return people.pictureByLink(secret);
  }

  @POST
  @Path("/links/{secret}")
  @Once
  public Response answerOfAnybody(
      @Auth Optional<Actor> actor, @PathParam("secret") String secret, Form form) {
    return answer(form, "/evidence/links/" + secret, answer -> people.answerByLink(secret, answer));
  }

  private static Response answer(Form form, String path, Consumer<Answer> taken) {
    taken.accept(
        form.findChoice("answer", Answer.class)
            .orElseThrow(() -> new Refusal(ProblemType.UNEXPECTED)));
    return Redirect.to(path).saying("evidence.flash.answered").response();
  }

  private static View page(People.Question question, String path) {
    return View.of("evidence/asked").with("question", question).with("here", path);
  }
}
