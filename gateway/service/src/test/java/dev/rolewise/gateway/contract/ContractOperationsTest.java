package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.gateway.operation.ContentOperations;
import dev.rolewise.gateway.operation.MemberOperations;
import dev.rolewise.gateway.operation.Operation;
import dev.rolewise.gateway.operation.RoundOperations;
import dev.rolewise.gateway.operation.TeamOperations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gateway answers what the contract promises, no less and no more. */
class ContractOperationsTest {
  @Test
  void theContractAndTheGatewayHaveTheSameOperations() {
    List<Operation> served = served();
    Set<String> promised =
        ContractDocument.load().operations().stream()
            .map(operation -> line(operation.id(), operation.method(), operation.path()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        String.join("\n", lines(served)), String.join("\n", promised), "served against promised");
    assertEquals(served.size(), promised.size(), "an operation is served twice");
  }

  private static List<Operation> served() {
    return Stream.of(
            new ContentOperations(null, null, "").all(),
            new TeamOperations(null, null).all(),
            new RoundOperations(null, null, null).all(),
            new MemberOperations(null).all())
        .flatMap(Collection::stream)
        .toList();
  }

  private static Set<String> lines(List<Operation> operations) {
    return operations.stream()
        .map(operation -> line(operation.id(), operation.method().name(), operation.path()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(String id, String method, String path) {
    return id + " " + method + " " + path;
  }
}
