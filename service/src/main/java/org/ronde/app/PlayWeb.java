package org.ronde.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.ActivityPanels;
import org.ronde.challenges.AnswerPages;
import org.ronde.challenges.AnswerResource;
import org.ronde.challenges.AttemptPages;
import org.ronde.challenges.AttemptResource;
import org.ronde.challenges.Attempts;
import org.ronde.challenges.ChallengePages;
import org.ronde.challenges.ChallengeResource;
import org.ronde.challenges.DraftResource;
import org.ronde.challenges.InvitationPages;
import org.ronde.challenges.LaunchPages;
import org.ronde.challenges.MeasureWords;
import org.ronde.challenges.OperatorAttemptPages;
import org.ronde.challenges.OperatorAttemptResource;
import org.ronde.challenges.Reception;
import org.ronde.disputes.DeskPages;
import org.ronde.disputes.DisputePages;
import org.ronde.disputes.DisputeResource;
import org.ronde.disputes.ModerationPages;
import org.ronde.disputes.ReportPages;
import org.ronde.disputes.ReportResource;
import org.ronde.evidence.AskedPages;
import org.ronde.evidence.EvidencePages;
import org.ronde.evidence.EvidenceResource;
import org.ronde.evidence.ItemPages;
import org.ronde.evidence.KeptPages;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Proven;
import org.ronde.evidence.Towns;
import org.ronde.http.Actor;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.points.LeaderboardPages;
import org.ronde.points.LeaderboardResource;
import org.ronde.points.PointsPages;
import org.ronde.points.PointsResource;
import org.ronde.social.MemberPages;
import org.ronde.social.SocialResource;
import org.ronde.social.StreamPages;

/** The pages and resources of the rooms of challenges. */
final class PlayWeb {
  private final RondeConfiguration configuration;
  private final Rooms rooms;
  private final PlayRooms play;
  private final Words words;

  PlayWeb(RondeConfiguration configuration, Rooms rooms) {
    this.configuration = configuration;
    this.rooms = rooms;
    this.play = rooms.play();
    this.words = rooms.edges().words();
  }

  List<Object> resources() {
    List<Object> all = new ArrayList<>();
    all.addAll(play.activities().resources(words, PlayWeb::panels));
    all.addAll(play.contests().resources(words, rooms.edges().clock()));
    all.addAll(desk());
    all.addAll(evidence());
    all.addAll(points());
    all.addAll(challenges());
    all.addAll(social());
    return all;
  }

  private static List<ActivityPanels.Panel> panels(org.ronde.activities.Activity activity) {
    return List.of(
        new ActivityPanels.Panel(
            "app.activity.challenges", "/challenges?activity=" + activity.id()),
        new ActivityPanels.Panel(
            "app.activity.gallery", "/challenges/gallery?activity=" + activity.id()),
        new ActivityPanels.Panel(
            "app.activity.board", "/leaderboards?board=activity:" + activity.id()));
  }

  private List<Object> desk() {
    PlayRooms.Desk desk = play.desk();
    return List.of(
        new DisputePages(desk.disputes(), desk.faces(), words),
        new DeskPages(desk.disputes()),
        new DisputeResource(desk.disputes()),
        new ReportPages(desk.reports(), words),
        new ModerationPages(desk.reports(), desk.faces(), words),
        new ReportResource(desk.reports()),
        new ReportResource.Queue(desk.reports()));
  }

  private List<Object> evidence() {
    PlayRooms.EvidenceRoom evidence = play.evidence();
    return List.of(
        new EvidencePages(
            evidence.proofs(),
            evidence.people(),
            new EvidencePages.Outside(evidence.asking(), Towns.of(play.gazetteer()), this::proven),
            words),
        new ItemPages(evidence.proofs(), evidence.people(), evidence.delivery(), words),
        new KeptPages(evidence.proofs(), evidence.delivery()),
        new AskedPages(evidence.people()),
        new EvidenceResource(evidence.proofs(), evidence.people()));
  }

  private Optional<Proven.Thing> proven(@Nullable Actor reader, Locale locale, Proof proof) {
    if (!proof.subject().kind().equals(Attempts.SUBJECT)) {
      return Optional.empty();
    }
    return play.challenges()
        .board()
        .findProven(reader, new AttemptId(proof.subject().id()))
        .map(
            found ->
                new Proven.Thing(
                    found.title(),
                    found.id() == null ? "" : "/challenges/" + found.id(),
                    proof.measure() == null
                        ? ""
                        : new MeasureWords(words, locale).say(found.measure(), proof.measure())));
  }

  private List<Object> points() {
    PlayRooms.PointsRoom points = play.points();
    PointsPages.Setting setting =
        new PointsPages.Setting(
            words,
            rooms.edges().clock(),
            configuration.timeZone(),
            configuration.points(),
            points.leaderboards(),
            new PointsGrounds(play.challenges(), rooms.members().companies(), words));
    return List.of(
        new PointsPages(points.progress(), points.appearances(), points.heads(), setting),
        new LeaderboardPages(points.leaderboards(), points.live(), words),
        new PointsResource(points.progress(), points.appearances(), points.heads(), setting),
        new LeaderboardResource(points.leaderboards()));
  }

  private List<Object> challenges() {
    Reception reception =
        new Reception(
            play.challenges(), play.challengeNeighbours(), words, configuration.timeZone());
    return List.of(
        new ChallengePages(reception),
        new LaunchPages(reception),
        new AnswerPages(reception),
        new AttemptPages(reception),
        new InvitationPages(reception),
        new OperatorAttemptPages(reception),
        new ChallengeResource(reception),
        new AnswerResource(reception),
        new DraftResource(reception),
        new AttemptResource(reception),
        new OperatorAttemptResource(reception));
  }

  private List<Object> social() {
    PlayRooms.SocialRoom social = play.social();
    return List.of(
        new MemberPages(social.profiles(), social.friends(), words),
        new StreamPages(social.stream(), words),
        new SocialResource(social.profiles(), social.friends(), social.stream()));
  }
}
