package dev.rolewise.content;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.MalformedRequest;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.content.editor.ImportProgress;
import dev.rolewise.content.editor.PackDesk;
import dev.rolewise.content.editor.PackImport;
import dev.rolewise.content.editor.PackWorker;
import dev.rolewise.content.library.Library;
import dev.rolewise.content.library.ReplyCache;
import dev.rolewise.content.library.Searches;
import dev.rolewise.content.operation.AdviseOnSignals;
import dev.rolewise.content.operation.CompareRoles;
import dev.rolewise.content.operation.Documents;
import dev.rolewise.content.operation.ExportInstrument;
import dev.rolewise.content.operation.GetGlossary;
import dev.rolewise.content.operation.GetGuide;
import dev.rolewise.content.operation.GetInstrument;
import dev.rolewise.content.operation.GetResponsibility;
import dev.rolewise.content.operation.GetRole;
import dev.rolewise.content.operation.GetRoleBrief;
import dev.rolewise.content.operation.GetScenario;
import dev.rolewise.content.operation.ListGuides;
import dev.rolewise.content.operation.ListInstruments;
import dev.rolewise.content.operation.ListResponsibilities;
import dev.rolewise.content.operation.ListRoles;
import dev.rolewise.content.operation.ListScenarios;
import dev.rolewise.content.operation.Operation;
import dev.rolewise.content.operation.Search;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.publication.Announcement;
import dev.rolewise.content.publication.BundledPack;
import dev.rolewise.content.store.ContentStore;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.PackShelf;
import dev.rolewise.content.store.SearchStore;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.bus.Fault;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the parts of the content service together. It starts without a database, too: it is ready
 * once the database answers and a pack is published.
 */
public final class ContentVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ContentVerticle.class);
  private static final String PACK = "content-pack";

  /** What strangers can make up gets so many times less memory for its replies. */
  private static final int MADE_UP = 8;

  private final ContentSettings settings;
  private final Readiness readiness;
  private Pool pool;
  private BusServer server;
  private BundledPack bundled;
  private PackWorker worker;
  private long refresh = -1;

  /** A verticle to deploy once: everything it holds is confined to its event loop. */
  public ContentVerticle(ContentSettings settings, Readiness readiness) {
    this.settings = settings;
    this.readiness = readiness;
  }

  @Override
  public Future<?> start() {
    pool = PostgresPool.create(vertx, settings.database());
    ContentStore store = new ContentStore(pool);
    Library library = new Library(store, settings.pack());
    Documents documents = new Documents(library, new ReplyCache(settings.cacheBytes()));
    PackPublisher publisher = new PackPublisher(pool);
    server = BusServer.create(vertx);
    operations(documents).forEach(this::register);
    Documents madeUp = new Documents(library, new ReplyCache(settings.cacheBytes() / MADE_UP));
    register(new AdviseOnSignals(madeUp));
    register(new Search(madeUp, searches(new SearchStore(pool, publisher))));
    register(new PackShelf(pool), publisher);
    server.hint(ContentAddress.PUBLISHED, hint -> library.changed());
    refresh = vertx.setPeriodic(settings.refresh().toMillis(), id -> library.refresh());
    readiness.check(PACK, library::current);
    bundled = new BundledPack(vertx, publisher, store, settings.pack());
    return publishPatiently().compose(done -> server.start());
  }

  @Override
  public Future<?> stop() {
    readiness.forget(PACK);
    vertx.cancelTimer(refresh);
    bundled.stop();
    return server.stop().eventually(worker::close).eventually(pool::close);
  }

  /** Usually the database is there, and who waits for the start can ask at once. */
  private Future<Void> publishPatiently() {
    Future<Void> published = bundled.publish().mapEmpty();
    return published
        .timeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            cause -> {
              if (!(cause instanceof TimeoutException)) {
                return Future.failedFuture(cause);
              }
              published.onFailure(late -> LOG.error("{}", late.getMessage()));
              return Future.succeededFuture();
            });
  }

  private static List<Operation> operations(Documents documents) {
    return List.of(
        new ListRoles(documents),
        new GetRole(documents),
        new GetRoleBrief(documents),
        new CompareRoles(documents),
        new ListScenarios(documents),
        new GetScenario(documents),
        new ListInstruments(documents),
        new GetInstrument(documents),
        new ExportInstrument(documents),
        new GetGlossary(documents),
        new ListGuides(documents),
        new GetGuide(documents),
        new ListResponsibilities(documents),
        new GetResponsibility(documents));
  }

  private Searches searches(SearchStore store) {
    return new Searches(store, Math.max(1, settings.database().poolSize() / 2));
  }

  private void register(PackShelf shelf, PackPublisher publisher) {
    worker = new PackWorker(vertx);
    ImportProgress progress = new ImportProgress();
    PackDesk desk =
        new PackDesk(
            settings.editors(),
            shelf,
            publisher,
            worker,
            new Announcement(vertx),
            settings.pack(),
            progress);
    PackImport packs =
        new PackImport(
            settings.editors(),
            publisher,
            worker,
            desk,
            settings.links(),
            PackLimits.within(Runtime.getRuntime().maxMemory()),
            progress);
    server
        .json(PackAddress.LIST, body -> wellFormed(() -> desk.list(body)))
        .json(PackAddress.DIFF, body -> wellFormed(() -> desk.diff(body)))
        .json(PackAddress.PUBLISH, body -> wellFormed(() -> desk.publish(body)))
        .json(PackAddress.WITHDRAW, body -> wellFormed(() -> desk.withdraw(body)))
        .document(PackAddress.EXPORT, body -> wellFormed(() -> desk.export(body)))
        .attached(
            PackAddress.IMPORT, (body, archive) -> wellFormed(() -> packs.take(body, archive)));
  }

  private void register(Operation operation) {
    server.document(operation.address(), body -> wellFormed(() -> operation.answer(body)));
  }

  private static <T> Future<T> wellFormed(Supplier<Future<T>> answer) {
    try {
      return answer.get();
    } catch (MalformedRequest malformed) {
      return Future.failedFuture(
          BusFailure.badRequest(List.of(new Fault(malformed.pointer(), malformed.code().code()))));
    }
  }
}
