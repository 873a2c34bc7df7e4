package dev.rolewise.systemtest;

import dev.rolewise.systemtest.PublicContract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests for the operations of the contract, each wrong in one to three places. */
final class MalformedRequests {
  private static final int BODIES_IN_TEN = 6;
  private static final int LONGEST_SHOWN = 400;

  private final List<Operation> operations;
  private final List<Operation> withBody;
  private final Map<String, Wrong> heads = WrongHeads.all();
  private final Map<String, Wrong> bodies = WrongBodies.all();
  private final long seed;

  /**
   * @param seed makes the same requests again, but for the secrets in them
   */
  MalformedRequests(PublicContract contract, long seed) {
    this.operations = contract.operations();
    this.withBody = operations.stream().filter(it -> it.schema() != null).toList();
    this.seed = seed;
  }

  /**
   * One of them.
   *
   * @param wrongs names of what is wrong with it
   * @param openEnded whether the other side may wait for more, or take the end for another request
   * @param last whether the connection ends with the answer
   */
  record Malformed(
      long number,
      String operation,
      List<String> wrongs,
      byte[] bytes,
      boolean openEnded,
      boolean last) {

    boolean isHead() {
      return new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1)
          .equals("HEAD ");
    }

    /** For people, on one line. */
    @Override
    public String toString() {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      StringBuilder shown = new StringBuilder(number + " " + operation + " " + wrongs + ": ");
      text.chars()
          .limit(LONGEST_SHOWN)
          .mapToObj(it -> it < ' ' || it > '~' ? "\\x%02x".formatted(it) : "" + (char) it)
          .forEach(shown::append);
      return shown.toString();
    }
  }

  Malformed of(long number, FuzzedWorld world) {
    Random random = new Random(seed * 1_000_003 + number);
    boolean body = random.nextInt(10) < BODIES_IN_TEN;
    Operation operation = pick(body ? withBody : operations, random);
    RequestDraft draft = world.draft(operation, random);
    List<String> wrongs = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      Map<String, Wrong> ways = draft.body != null && !draft.framed && body ? bodies : heads;
      if (random.nextInt(4) == 0) {
        ways = heads;
      }
      String name = pick(List.copyOf(ways.keySet()), random);
      ways.get(name).spoil(draft, random);
      wrongs.add(name);
    }
    return new Malformed(
        number, operation.id(), wrongs, draft.bytes(), draft.openEnded, draft.lastOfConnection);
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
