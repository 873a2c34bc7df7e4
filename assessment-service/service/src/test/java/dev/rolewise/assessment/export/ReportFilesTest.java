package dev.rolewise.assessment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only so many wait for a file; who comes after them is told to come back, and then gets it. */
@ExtendWith(VertxExtension.class)
class ReportFilesTest {
  private static final int MOST = 8;

  @Test
  void theNinthIsToldToComeBack(Vertx vertx) throws Exception {
    ReportFiles files = ReportFiles.start(vertx);
    WorkerExecutor thread = vertx.createSharedWorkerExecutor("report-files", 1);
    CountDownLatch held = new CountDownLatch(1);
    thread.executeBlocking(() -> held.await(10, TimeUnit.SECONDS), false);
    List<Future<Buffer>> waiting = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      waiting.add(files.make(FileForm.CSV, SmallReport.report()));
    }
    Future<Buffer> refused = files.make(FileForm.PDF, SmallReport.report());
    assertTrue(refused.failed());
    assertEquals(503, assertInstanceOf(BusFailure.class, refused.cause()).status());
    held.countDown();
    for (Future<Buffer> file : waiting) {
      assertTrue(file.await(10, TimeUnit.SECONDS).length() > 0);
    }
    for (FileForm form : FileForm.values()) {
      assertTrue(files.make(form, SmallReport.report()).await(10, TimeUnit.SECONDS).length() > 0);
    }
    files.close().await(10, TimeUnit.SECONDS);
    thread.close().await(10, TimeUnit.SECONDS);
  }
}
