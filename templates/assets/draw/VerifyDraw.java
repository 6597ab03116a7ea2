import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repeats a draw of Ronde from its proof bundle, offline: {@code java VerifyDraw.java bundle.json}.
 *
 * <p>Checks the seal of the list, every amendment, the operator's chain, every seed and every winner. It does
 * not check the beacon's signature: compare it with https://api.drand.sh, as the last lines say.
 * Ends with 0 when all of it is true.
 */
final class VerifyDraw {
  private static final byte[] NAME = "RONDE-DRAW-1".getBytes();
  private static boolean good = true;

  public static void main(String[] arguments) throws Exception {
    String json = Files.readString(Path.of(arguments[0]));
    String head = json.substring(0, json.indexOf("\"amendments\""));
    Map<String, Integer> list = new TreeMap<>();
    for (String[] entry : all(head, "\"pseudonym\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"tickets\"\\s*:\\s*(\\d+)")) {
      list.put(entry[0], Integer.parseInt(entry[1]));
    }
    String root = all(head, "\"root\"\\s*:\\s*\"(\\w+)\"").get(0)[0];
    tell(root.equals(root(list)), list.size() + " entries are sealed by the root " + root);

    String amendments = json.substring(json.indexOf("\"amendments\""), json.indexOf("\"draws\""));
    for (String[] one : all(amendments, "\"struck\"\\s*:\\s*\\[([^\\]]*)\\].*?\"root\"\\s*:\\s*\"(\\w+)\"")) {
      words(one[0]).forEach(list::remove);
      root = one[1];
      tell(root.equals(root(list)), "the amended list of " + list.size() + " is sealed by " + root);
    }

    byte[] contest = HexFormat.of().parseHex(all(head, "\"contest\"\\s*:\\s*\"([^\"]+)\"").get(0)[0].replace("-", ""));
    String commitment = all(head, "\"commitment\"\\s*:\\s*\"(\\w+)\"").get(0)[0];
    String draws = json.substring(json.indexOf("\"draws\""));
    for (String[] draw :
        all(
            draws,
            "\"source\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"round\"\\s*:\\s*(\\d+)\\s*,\\s*\"randomness\"\\s*:\\s*\"(\\w+)\""
                + "\\s*,\\s*\"root\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"seed\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"excluded\"\\s*:\\s*\\[([^\\]]*)\\]"
                + "\\s*,\\s*\"prizes\"\\s*:\\s*\\[([^\\]]*)\\]\\s*,\\s*\"winners\"\\s*:\\s*\\[([^\\]]*)\\]")) {
      checkRandomness(draw, commitment);
      byte[] seed = sha256(NAME, contest, hex(root), hex(draw[2]));
      tell(draw[3].equals(root) && draw[4].equals(text(seed)), "the seed is " + draw[4]);
      checkWinners(draw, seed, list);
    }
    System.out.println(good ? "All of it is true." : "NOT TRUE: see the lines marked with !!");
    System.exit(good ? 0 : 1);
  }

  private static void checkRandomness(String[] draw, String commitment) throws Exception {
    if (draw[0].equals("commitment")) {
      byte[] link = hex(draw[2]);
      for (long i = Long.parseLong(draw[1]); i > 0; i--) {
        link = sha256(link);
      }
      tell(text(link).equals(commitment), "link " + draw[1] + " is what the rules committed to");
    } else {
      System.out.println("?? compare the signature " + draw[2] + " with");
      System.out.println(
          "   https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/" + draw[1]);
    }
  }

  private static void checkWinners(String[] draw, byte[] seed, Map<String, Integer> list) throws Exception {
    List<String> excluded = words(draw[5]);
    Map<String, byte[]> keys = new TreeMap<>();
    Map<String, Integer> tickets = new TreeMap<>();
    for (Map.Entry<String, Integer> entry : list.entrySet()) {
      for (int j = 0; j < entry.getValue() && !excluded.contains(entry.getKey()); j++) {
        byte[] key = sha256(seed, hex(entry.getKey()), ByteBuffer.allocate(4).putInt(j).array());
        byte[] best = keys.get(entry.getKey());
        if (best == null || Arrays.compareUnsigned(key, best) < 0) {
          keys.put(entry.getKey(), key);
          tickets.put(entry.getKey(), j);
        }
      }
    }
    List<String> order = new ArrayList<>(keys.keySet());
    order.sort(Comparator.comparing(keys::get, Arrays::compareUnsigned));
    List<String> prizes = words(draw[6]);
    int count = Math.min(prizes.size(), order.size());
    List<String[]> winners =
        all(draw[7], "\"prize\"\\s*:\\s*(\\d+)\\s*,\\s*\"pseudonym\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"ticket\"\\s*:\\s*(\\d+)\\s*,\\s*\"key\"\\s*:\\s*\"(\\w+)\"");
    tell(winners.size() == count, count + " prizes find a winner");
    for (int k = 0; k < Math.min(count, winners.size()); k++) {
      String[] winner = winners.get(k);
      boolean right =
          winner[0].equals(prizes.get(k))
              && winner[1].equals(order.get(k))
              && winner[2].equals(String.valueOf(tickets.get(winner[1])))
              && winner[3].equals(text(keys.get(order.get(k))));
      tell(right, "prize " + winner[0] + " goes to " + winner[1]);
    }
  }

  private static String root(Map<String, Integer> list) throws Exception {
    List<byte[]> leaves = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : list.entrySet()) {
      byte[] tickets = ByteBuffer.allocate(4).putInt(entry.getValue()).array();
      leaves.add(sha256(new byte[] {0}, NAME, hex(entry.getKey()), tickets));
    }
    return text(leaves.isEmpty() ? sha256() : root(leaves));
  }

  private static byte[] root(List<byte[]> leaves) throws Exception {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static List<String[]> all(String text, String pattern) {
    List<String[]> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      String[] groups = new String[matcher.groupCount()];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = matcher.group(i + 1);
      }
      found.add(groups);
    }
    return found;
  }

  private static List<String> words(String array) {
    return all(array, "(\\w+)").stream().map(word -> word[0]).toList();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static void tell(boolean right, String what) {
    good &= right;
    System.out.println((right ? "ok " : "!! ") + what);
  }
}
