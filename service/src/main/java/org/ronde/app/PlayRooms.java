package org.ronde.app;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronde.activities.Activities;
import org.ronde.challenges.Announcements;
import org.ronde.challenges.Atlas;
import org.ronde.challenges.Awarding;
import org.ronde.challenges.Challenges;
import org.ronde.challenges.Folk;
import org.ronde.challenges.Neighbours;
import org.ronde.challenges.Proving;
import org.ronde.challenges.Stakes;
import org.ronde.challenges.Towns;
import org.ronde.contests.BeaconSource;
import org.ronde.contests.ContestsRoom;
import org.ronde.contests.Naming;
import org.ronde.contests.Scores;
import org.ronde.contests.Tally;
import org.ronde.disputes.Disputes;
import org.ronde.disputes.Faces;
import org.ronde.disputes.Reports;
import org.ronde.evidence.Asking;
import org.ronde.evidence.People;
import org.ronde.evidence.Proofs;
import org.ronde.files.Delivery;
import org.ronde.files.Files;
import org.ronde.ids.MemberId;
import org.ronde.listings.Listings;
import org.ronde.listings.Places;
import org.ronde.mail.Outbox;
import org.ronde.members.Companies;
import org.ronde.notices.Notices;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;
import org.ronde.points.Alarm;
import org.ronde.points.Appearances;
import org.ronde.points.Boards;
import org.ronde.points.Heads;
import org.ronde.points.Leaderboards;
import org.ronde.points.LiveBoards;
import org.ronde.points.Points;
import org.ronde.points.Progress;
import org.ronde.points.Scorekeeper;
import org.ronde.points.Scoring;
import org.ronde.points.Verifier;
import org.ronde.social.Friends;
import org.ronde.social.Profiles;
import org.ronde.social.Stream;

/** The rooms of challenges, built once and in order on the rooms that both halves share. */
public record PlayRooms(
    Gazetteer gazetteer,
    Desk desk,
    Activities activities,
    EvidenceRoom evidence,
    PointsRoom points,
    Challenges challenges,
    Neighbours challengeNeighbours,
    ContestsRoom contests,
    SocialRoom social) {

  /** The common desk. */
  public record Desk(Disputes disputes, Reports reports, Faces faces) {}

  /** Evidence and its doors. */
  public record EvidenceRoom(Proofs proofs, People people, Asking asking, Delivery delivery) {}

  /** Points and its doors. */
  public record PointsRoom(
      Points points,
      Scorekeeper keeper,
      Boards boards,
      Progress progress,
      Appearances appearances,
      Heads heads,
      Leaderboards leaderboards,
      LiveBoards live,
      Verifier verifier) {}

  /** Members' pages, friends, the stream. */
  public record SocialRoom(Friends friends, Profiles profiles, Stream stream) {}

  /** What both halves share and challenges stand on. */
  record Ground(
      Companies companies, Listings listings, Places places, Notices notices, Outbox outbox) {}

  static PlayRooms build(Rooms.Edges edges, RondeConfiguration configuration, Ground ground) {
    Companies companies = ground.companies();
    Notices notices = ground.notices();
    SecureRandom chance = new SecureRandom();
    Gazetteer gazetteer = Gazetteer.load();
    Desk desk = desk(edges, configuration, companies, notices);
    Activities activities =
        Activities.open(
            new Activities.Edges(edges.jdbi(), edges.transactions(), edges.ids(), edges.clock()),
            gazetteer,
            org.ronde.activities.People.of(companies),
            notices,
            configuration.activities());
    EvidenceRoom evidence = evidence(edges, configuration, ground, chance);
    org.ronde.social.Faces faces = faces(companies);
    Friends friends = new Friends(edges.jdbi(), edges.transactions(), faces, notices);
    Tally tally = new Tally(edges.jdbi(), edges.transactions());
    BoardNames names = new BoardNames(companies, activities, ground.places());
    PointsRoom points = points(edges, configuration, ground, friends, tally, names);
    Folk folk = Folk.of(companies, friends::of);
    Neighbours neighbours =
        new Neighbours(
            folk,
            Atlas.of(activities),
            Towns.of(gazetteer),
            Proving.of(evidence.proofs()),
            Awarding.of(points.points()),
            org.ronde.challenges.Desk.of(desk.disputes()),
            stakes(tally, gazetteer));
    Challenges challenges =
        new Challenges(
            new Challenges.Edges(edges.jdbi(), edges.transactions(), edges.ids(), edges.words()),
            neighbours,
            new Announcements(notices, ground.outbox(), folk),
            chance,
            configuration.challenges());
    ContestsRoom contests =
        ContestsRoom.open(
            new ContestsRoom.Edges(
                edges.jdbi(), edges.transactions(), edges.ids(), chance, edges.templates()),
            new ContestsRoom.Neighbours(
                ground.listings(),
                Scores.of(points.points(), points.boards()),
                Naming.of(companies),
                notices,
                ContestsRoom.ActivityNames.of(activities)),
            BeaconSource.of(configuration.contests()),
            configuration.contests());
    names.know(contests);
    SocialRoom social =
        new SocialRoom(
            friends,
            new Profiles(
                edges.jdbi(),
                faces,
                new MemberShelves(
                    activities,
                    challenges,
                    evidence.proofs(),
                    points.progress(),
                    edges.words(),
                    edges.clock(),
                    configuration.timeZone())),
            new Stream(edges.jdbi(), edges.transactions(), edges.ids(), faces, friends, notices));
    return new PlayRooms(
        gazetteer, desk, activities, evidence, points, challenges, neighbours, contests, social);
  }

  private static Desk desk(
      Rooms.Edges edges, RondeConfiguration configuration, Companies companies, Notices notices) {
    Faces faces = Faces.of(companies);
    return new Desk(
        new Disputes(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            faces,
            notices,
            configuration.disputes()),
        new Reports(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            faces,
            notices,
            configuration.disputes()),
        faces);
  }

  private static EvidenceRoom evidence(
      Rooms.Edges edges, RondeConfiguration configuration, Ground ground, SecureRandom chance) {
    Files files = new Files(edges.jdbi(), edges.transactions(), edges.ids());
    Proofs proofs =
        new Proofs(
            edges.jdbi(),
            edges.transactions(),
            edges.ids(),
            files,
            configuration.evidence(),
            configuration.uploads());
    Asking asking = Asking.of(ground.notices(), ground.outbox(), ground.companies());
    People people =
        new People(edges.jdbi(), edges.transactions(), edges.ids(), proofs, asking, chance);
    return new EvidenceRoom(proofs, people, asking, new Delivery(files));
  }

  private static PointsRoom points(
      Rooms.Edges edges,
      RondeConfiguration configuration,
      Ground ground,
      Friends friends,
      Tally tally,
      BoardNames names) {
    Scorekeeper keeper = new Scorekeeper(edges.jdbi(), edges.transactions(), tally);
    Boards boards = new Boards(edges.jdbi(), keeper);
    Appearances appearances =
        new Appearances(
            edges.jdbi(),
            org.ronde.points.Faces.of(ground.companies(), member -> "/members/" + member));
    return new PointsRoom(
        new Points(edges.jdbi(), edges.transactions(), Scoring.V1),
        keeper,
        boards,
        new Progress(edges.jdbi(), Scoring.V1),
        appearances,
        new Heads(edges.jdbi()),
        new Leaderboards(
            boards,
            appearances,
            new Leaderboards.Plugged(names, friends::of, edges.clock(), configuration.timeZone()),
            configuration.points()),
        new LiveBoards(boards, configuration.points(), edges.clock()),
        new Verifier(
            edges.jdbi(),
            edges.transactions(),
            edges.database().verification(),
            Alarm.of(ground.companies(), ground.notices()),
            List.of("points", "contests")));
  }

  /** A prize is at stake where a contest that has one would count the attempt. */
  private static Stakes stakes(Tally tally, Gazetteer gazetteer) {
    return facts ->
        tally.prizeAtStake(
            new Tally.Act(
                facts.member(),
                facts.activity(),
                facts.company(),
                gazetteer.find(facts.place()).map(Place::departement).orElse(""),
                facts.actedAt()));
  }

  private static org.ronde.social.Faces faces(Companies companies) {
    return new org.ronde.social.Faces() {
      @Override
      public MemberId current(MemberId member) {
        return companies.current(member);
      }

      @Override
      public Optional<String> name(MemberId member) {
        return Optional.ofNullable(companies.names(Set.of(member)).get(member));
      }

      @Override
      public Map<MemberId, String> names(Collection<MemberId> members) {
        return companies.names(members);
      }

      @Override
      public Set<MemberId> colleagues(MemberId member) {
        return companies.colleagues(member);
      }
    };
  }
}
