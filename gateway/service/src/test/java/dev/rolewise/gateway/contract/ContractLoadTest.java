package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import io.vertx.openapi.contract.OpenAPIContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second reader, one that knows the OpenAPI specification, finds the same operations. */
@ExtendWith(VertxExtension.class)
class ContractLoadTest {
  @Test
  void anOpenApiReaderUnderstandsTheContract(Vertx vertx, VertxTestContext test) {
    ContractDocument contract = ContractDocument.load();
    OpenAPIContract.from(vertx, readable(contract.root()))
        .onComplete(
            test.succeeding(
                read ->
                    test.verify(
                        () -> {
                          assertEquals(contract.operations().size(), read.operations().size());
                          test.completeNow();
                        })));
  }

  // the reader takes neither a relative server address nor these two media types
  private static JsonObject readable(JsonObject contract) {
    return new JsonObject(
        contract
            .encode()
            .replace("\"url\":\"/api/v1\"", "\"url\":\"http://localhost/api/v1\"")
            .replace("application/problem+json", "application/json")
            .replace("application/yaml", "text/plain")
            .replace("text/event-stream", "text/plain"));
  }
}
