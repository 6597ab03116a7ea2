package org.ronde.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A ring of two to six companies as geometry: who stands where, which way each arrow points, where
 * each word goes. The {@code ring} macro turns it into SVG; colours belong to the style sheet.
 *
 * <p>My company stands at the bottom and giving goes clockwise, so the arrow on the left is what I
 * give and the one on the right what I receive. One unit is one pixel on a phone 360 pixels wide,
 * which is what the sizes of the names are chosen for. The origin is the middle of the ring.
 *
 * <p>{@code RingPicture.of(List.of(Company.of("Atelier Vidal", YES, true, null), …), List.of("24
 * 050 €", "4 entreprises"))}
 */
public record RingPicture(
    String viewBox,
    boolean linked,
    boolean mine,
    double labelY,
    List<Node> nodes,
    List<Arrow> arrows,
    List<Words> centre) {

  public static final int COMPANIES_MIN = 2;
  public static final int COMPANIES_MAX = 6;

  private static final int HALF_WIDTH = 164;
  private static final double NODE_RADIUS = 24;
  private static final double MY_NODE_RADIUS = 28;
  private static final double BADGE_RADIUS = 9;
  private static final double GAP = 8;
  private static final double LINE_HEIGHT = 15;
  private static final double MARGIN = 4;

  public RingPicture {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
    centre = List.copyOf(centre);
  }

  /** What a company has said to the cycle, told by the shape of its ring. */
  public enum Answer {
    /** Solid ring and tick. */
    YES,
    /** Open ring and cross. */
    NO,
    /** Dashed ring and clock. */
    WAITING
  }

  /** One company as the page knows it; {@code href} makes it a link. */
  public record Company(
      String name, String initials, Answer answer, boolean mine, @Nullable String href) {

    public Company {
      if (name.isBlank() || initials.isBlank()) {
        throw new IllegalArgumentException(
            "A company in a ring needs a name and initials, not \"%s\" and \"%s\"."
                .formatted(name, initials));
      }
    }

    /** The same, with the initials taken from the name. */
    public static Company of(String name, Answer answer, boolean mine, @Nullable String href) {
      return new Company(name, initialsOf(name), answer, mine, href);
    }
  }

  /**
   * A company in its place: a circle, or the open {@code ring} path of a company that said no, a
   * badge with the mark of its answer, and its name in one or two lines.
   */
  public record Node(
      Company company,
      double x,
      double y,
      double radius,
      String ring,
      double badgeX,
      double badgeY,
      double badgeRadius,
      String badgeMark,
      List<Words> name) {

    public Node {
      name = List.copyOf(name);
    }
  }

  /** An arrow from a giver to its receiver: a stroked {@code path} and a filled {@code head}. */
  public record Arrow(ArrowKind kind, String path, String head) {}

  /** Whose arrow it is, seen from my company. */
  public enum ArrowKind {
    GIVE,
    RECEIVE,
    MUTED
  }

  /** A line of text; {@code anchor} is SVG's {@code text-anchor}. */
  public record Words(double x, double y, String anchor, String text) {}

  /** Where a name stands, seen from its circle: outside above or below, or inside the ring. */
  private enum Side {
    ABOVE,
    BELOW,
    INWARD,
    INWARD_BELOW
  }

  /**
   * Draws the ring of {@code companies} in giving order (each gives to the next, the last to the
   * first), turned so that mine is at the bottom; {@code centre} lines stand in the middle, the
   * first one large.
   */
  public static RingPicture of(List<Company> companies, List<String> centre) {
    var mineCount = companies.stream().filter(Company::mine).count();
    if (companies.size() < COMPANIES_MIN || companies.size() > COMPANIES_MAX || mineCount > 1) {
      throw new IllegalArgumentException(
          "A ring has %d to %d companies, at most one of them mine; got %d with %d mine."
              .formatted(COMPANIES_MIN, COMPANIES_MAX, companies.size(), mineCount));
    }
    var turned = new ArrayList<>(companies);
    Collections.rotate(turned, -Math.max(0, indexOfMine(companies)));

    var count = turned.size();
    var nodes = IntStream.range(0, count).mapToObj(i -> node(turned.get(i), i, count)).toList();
    var arrows = IntStream.range(0, count).mapToObj(i -> arrow(nodes, i)).toList();
    var labelY = rounded(radius(count) * 0.93);
    return new RingPicture(
        viewBox(nodes, labelY),
        turned.stream().anyMatch(company -> company.href() != null),
        mineCount == 1,
        labelY,
        nodes,
        arrows,
        centreLines(centre, count));
  }

  private static int indexOfMine(List<Company> companies) {
    return IntStream.range(0, companies.size())
        .filter(i -> companies.get(i).mine())
        .findFirst()
        .orElse(0);
  }

  private static Node node(Company company, int index, int count) {
    var x = rounded(radius(count) * Math.cos(angle(index, count)));
    var y = rounded(radius(count) * Math.sin(angle(index, count)));
    var nodeRadius = company.mine() ? MY_NODE_RADIUS : NODE_RADIUS;
    var badgeX = rounded(x + nodeRadius * Math.sqrt(0.5));
    var badgeY = rounded(y - nodeRadius * Math.sqrt(0.5));
    return new Node(
        company,
        x,
        y,
        nodeRadius,
        company.answer() == Answer.NO ? openRing(x, y, nodeRadius) : "",
        badgeX,
        badgeY,
        BADGE_RADIUS,
        mark(company.answer(), badgeX, badgeY),
        name(company.name(), x, y, nodeRadius, side(index, count)));
  }

  private static Arrow arrow(List<Node> nodes, int index) {
    var count = nodes.size();
    var giver = nodes.get(index);
    var receiver = nodes.get((index + 1) % count);
    var kind = kind(giver, receiver);
    var length = kind == ArrowKind.MUTED ? 11 : 14;
    var ringRadius = radius(count);

    var start = angle(index, count) + angleOfChord(giver.radius() + GAP + 3, ringRadius);
    var tip = angle(index + 1, count) - angleOfChord(receiver.radius() + GAP - 2, ringRadius);
    var base = tip - length / ringRadius;
    var head =
        "M%s L%s L%s Z"
            .formatted(
                point(ringRadius, tip),
                point(ringRadius - length * 0.5, base),
                point(ringRadius + length * 0.5, base));
    var far = tip - start > Math.PI ? 1 : 0;
    var path =
        "M%s A%s %s 0 %d 1 %s"
            .formatted(
                point(ringRadius, start),
                number(ringRadius),
                number(ringRadius),
                far,
                point(ringRadius, base + 0.02));
    return new Arrow(kind, path, head);
  }

  private static ArrowKind kind(Node giver, Node receiver) {
    if (giver.company().mine()) {
      return ArrowKind.GIVE;
    }
    return receiver.company().mine() ? ArrowKind.RECEIVE : ArrowKind.MUTED;
  }

  /** Clockwise on a screen, where y grows downwards, from the bottom. */
  private static double angle(int index, int count) {
    return Math.PI / 2 + 2 * Math.PI * index / count;
  }

  private static double radius(int count) {
    return count == 2 ? 96 : 132;
  }

  private static double angleOfChord(double chord, double ringRadius) {
    return 2 * Math.asin(chord / (2 * ringRadius));
  }

  /** Names stand where no arrow passes and where the screen leaves them the most room. */
  private static Side side(int index, int count) {
    if (index == 0) {
      return Side.BELOW;
    }
    if (2 * index == count) {
      return Side.ABOVE;
    }
    if (count == 4) {
      return Side.INWARD_BELOW;
    }
    return count == 5 && (index == 2 || index == 3) ? Side.ABOVE : Side.INWARD;
  }

  private static List<Words> name(String name, double x, double y, double nodeRadius, Side side) {
    var inward = side == Side.INWARD || side == Side.INWARD_BELOW;
    var inset = side == Side.INWARD ? nodeRadius + GAP : nodeRadius - 2;
    var room =
        inward
            ? Math.abs(x) - inset - GAP / 2
            : 2 * (x == 0 ? 110 : Math.min(HALF_WIDTH - Math.abs(x), Math.abs(x) - GAP / 2));
    var lines = RingNames.wrapped(name, room);
    var first =
        switch (side) {
          case ABOVE -> y - nodeRadius - 11 - (lines.size() - 1) * LINE_HEIGHT;
          case BELOW -> y + nodeRadius + 18;
          case INWARD -> y + 5 - (lines.size() - 1) * LINE_HEIGHT / 2;
          case INWARD_BELOW -> y + nodeRadius + 18;
        };
    var anchor = !inward ? "middle" : x < 0 ? "start" : "end";
    var lineX = rounded(inward ? x - Math.signum(x) * inset : x);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Words(lineX, rounded(first + i * LINE_HEIGHT), anchor, lines.get(i)))
        .toList();
  }

  private static List<Words> centreLines(List<String> lines, int count) {
    var middle =
        switch (count) {
          case 3 -> 18;
          case 4 -> -18;
          case 5 -> -34;
          default -> 0;
        };
    var first = middle + 9 - (lines.size() - 1) * 9;
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Words(0, first + (i == 0 ? 0 : 4 + i * 18), "middle", lines.get(i)))
        .toList();
  }

  private static String openRing(double x, double y, double radius) {
    var from = Math.toRadians(-8);
    var to = Math.toRadians(-82);
    return "M%s %s A%s %s 0 1 1 %s %s"
        .formatted(
            number(x + radius * Math.cos(from)),
            number(y + radius * Math.sin(from)),
            number(radius),
            number(radius),
            number(x + radius * Math.cos(to)),
            number(y + radius * Math.sin(to)));
  }

  private static String mark(Answer answer, double x, double y) {
    return switch (answer) {
      case YES -> "M%s %s l3 3 5 -6".formatted(number(x - 4), number(y + 0.5));
      case NO -> "M%s %s l6 6 m0 -6 l-6 6".formatted(number(x - 3), number(y - 3));
      case WAITING -> "M%s %s v5 l3 2".formatted(number(x), number(y - 4.5));
    };
  }

  private static String viewBox(List<Node> nodes, double labelY) {
    var top = -radius(nodes.size());
    var bottom = labelY;
    for (var node : nodes) {
      var firstLine = node.name().get(0);
      var lastLine = node.name().get(node.name().size() - 1);
      top = Math.min(top, Math.min(node.y() - node.radius(), firstLine.y() - 11));
      bottom = Math.max(bottom, Math.max(node.y() + node.radius(), lastLine.y() + 5));
    }
    top -= MARGIN;
    return "%d %s %d %s"
        .formatted(-HALF_WIDTH, number(top), 2 * HALF_WIDTH, number(bottom + MARGIN - top));
  }

  private static String initialsOf(String name) {
    var words = name.strip().split("[\\s'’-]+");
    var initials = new StringBuilder();
    for (var word : words) {
      if (initials.length() < 2 && !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.isEmpty() ? "?" : initials.toString().toUpperCase(Locale.ROOT);
  }

  private static String point(double radius, double angle) {
    return number(radius * Math.cos(angle)) + " " + number(radius * Math.sin(angle));
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
