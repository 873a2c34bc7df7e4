package dev.rolewise.gateway.page;

import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.content.MadePages;
import dev.rolewise.gateway.content.ReadDocument;
import dev.rolewise.gateway.edge.SecurityHeaders;
import dev.rolewise.gateway.problem.PreferredLanguage;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.gateway.problem.ProblemPage;
import dev.rolewise.gateway.problem.RoutePatterns;
import dev.rolewise.gateway.site.EntryFiles;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages of the public library, in every language. Belongs to one event loop. */
public final class LearnPages {
  private static final int MOST_PAGES = 500;
  private static final int MOST_MADE_UP = 100;

  private static final List<LearnPage> KINDS =
      List.of(
          new HomePage(),
          new RolesPage(),
          new RolePage(),
          new ComparePage(),
          new ResponsibilitiesPage(),
          new ResponsibilityPage(),
          new ScenariosPage(),
          // a special path before a general one
          new AdvicePage(),
          new ScenarioPage(),
          new GuidesPage(),
          new GuidePage(),
          new GlossaryPage(),
          new PrivacyPage(),
          new MethodPage(),
          new ExamplePage(),
          new SearchPage(),
          new QuickCheckPage());

  private final Map<String, PageWords> words;
  private final Supplier<String> publicUrl;
  private final PageWriter writer;
  private final DocumentReads reads;
  private final DocumentReads searches;
  private final Function<RoutingContext, String> requestId;
  private final MadePages pages = new MadePages(Clock.systemUTC(), MOST_PAGES);
  private final MadePages madeUp = new MadePages(Clock.systemUTC(), MOST_MADE_UP);

  /**
   * Blocks for as long as reading the words takes.
   *
   * @param files of the front end
   * @param publicUrl where this site is
   * @param reads of documents
   * @param searches of what readers put together themselves
   */
  public LearnPages(
      EntryFiles files,
      Supplier<String> publicUrl,
      DocumentReads reads,
      DocumentReads searches,
      Function<RoutingContext, String> requestId) {
    this.publicUrl = publicUrl;
    this.words = PageWords.all();
    this.writer = new PageWriter(files, publicUrl);
    this.reads = reads;
    this.searches = searches;
    this.requestId = requestId;
  }

  /**
   * Adds the pages to the router.
   *
   * @param limit goes on, or refuses, what readers put together themselves
   */
  public void mount(Router router, Handler<RoutingContext> limit) {
    KINDS.stream()
        .map(LearnPage::route)
        .filter(path -> !path.equals("/"))
        .forEach(path -> router.get(path).method(HttpMethod.HEAD).handler(LearnPages::inLanguage));
    // where the start page sends whoever runs no scripts
    router.get("/start").method(HttpMethod.HEAD).handler(context -> lead(context, "/"));
    router.get(Sitemap.PATH).method(HttpMethod.HEAD).handler(this::sitemap);
    router.get("/robots.txt").method(HttpMethod.HEAD).handler(this::robots);
    for (PageWords spoken : words.values()) {
      router
          .get(spoken.at(""))
          .method(HttpMethod.HEAD)
          .handler(
              context -> {
                // the router takes the start page for the same address with something after it
                if (context.request().path().endsWith("/")) {
                  context.next();
                } else {
                  redirect(context, spoken.at("/"));
                }
              });
      ProblemPage trouble = new TroublePage(spoken, writer);
      router
          .route(spoken.at("/*"))
          .handler(
              context -> {
                trouble.attachTo(context);
                SecurityHeaders.withForms(context.response());
                context.next();
              });
      for (LearnPage kind : KINDS) {
        router
            .get(spoken.at(kind.route()))
            .method(HttpMethod.HEAD)
            .handler(
                context -> {
                  if (kind.recipe(asked(context, spoken)).madeUp()) {
                    limit.handle(context);
                  } else {
                    context.next();
                  }
                })
            .handler(context -> answer(context, kind, spoken));
      }
      router.route(spoken.at("/*")).handler(context -> context.fail(nothingThere(router, context)));
    }
  }

  /** An address without a language leads to the page in the one that the reader prefers. */
  private static void inLanguage(RoutingContext context) {
    lead(context, context.request().uri());
  }

  private static void lead(RoutingContext context, String path) {
    context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    redirect(context, "/" + PreferredLanguage.of(context.request()) + path);
  }

  private static void redirect(RoutingContext context, String address) {
    context
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, address)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end();
  }

  private void answer(RoutingContext context, LearnPage kind, PageWords spoken) {
    PageRequest request = asked(context, spoken);
    answer(context, spoken, kind.recipe(request));
  }

  private static PageRequest asked(RoutingContext context, PageWords spoken) {
    return new PageRequest(spoken, context.pathParams(), context.queryParams());
  }

  private void answer(RoutingContext context, PageWords spoken, Recipe recipe) {
    DocumentReads from = recipe.madeUp() ? searches : reads;
    List<Future<ReadDocument>> asked =
        recipe.asks().stream().map(ask -> from.read(ask, requestId.apply(context))).toList();
    Future.all(asked)
        // what cannot be made of them is an answer, too
        .map(
            all -> {
              List<ReadDocument> documents = all.list();
              // the request's own deadline may have answered it meanwhile
              if (context.response().ended()) {
                return null;
              }
              if (recipe.next() == null) {
                write(context, spoken, recipe, documents);
              } else {
                List<JsonObject> fields = documents.stream().map(ReadDocument::fields).toList();
                answer(context, spoken, recipe.next().apply(fields));
              }
              return null;
            })
        .onFailure(context::fail);
  }

  private void write(
      RoutingContext context, PageWords spoken, Recipe recipe, List<ReadDocument> documents) {
    MadePages made = recipe.madeUp() ? madeUp : pages;
    made.answer(
        context,
        spoken.at(recipe.key()),
        spoken.language(),
        documents,
        (fields, moment) -> writer.write(spoken, recipe.page().apply(fields), moment));
  }

  private void sitemap(RoutingContext context) {
    PageRequest request =
        new PageRequest(words.get(PageWords.LANGUAGES.get(0)), Map.of(), context.queryParams());
    List<Future<ReadDocument>> asked =
        Sitemap.asks(request).stream()
            .map(ask -> reads.read(ask, requestId.apply(context)))
            .toList();
    Future.all(asked)
        .onSuccess(
            all -> {
              if (!context.response().ended()) {
                pages.answerXml(
                    context,
                    Sitemap.PATH,
                    all.list(),
                    fields -> Sitemap.write(publicUrl.get(), fields));
              }
            })
        .onFailure(context::fail);
  }

  /** All may be read but what programs ask; where everything is, the site map says. */
  private void robots(RoutingContext context) {
    DocumentReads.fixed(
            "User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: "
                + publicUrl.get()
                + Sitemap.PATH
                + "\n",
            "text/plain; charset=utf-8")
        .handle(context);
  }

  private static ProblemException nothingThere(Router router, RoutingContext context) {
    String allowed = RoutePatterns.allowed(router, context.normalizedPath());
    return allowed.isEmpty()
        ? ProblemException.of(ProblemCode.NOT_FOUND)
        : new ProblemException(Problem.methodNotAllowed(allowed));
  }
}
