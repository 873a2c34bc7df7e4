package dev.rolewise.content.contract;

import java.util.List;

/**
 * The event-bus addresses of the content service. The number in an address is the version of its
 * shape: fields are only ever added to it, and receivers ignore fields they do not know.
 *
 * <p>Requests are JSON objects; every reply is a {@code Buffer} of UTF-8 JSON with the headers
 * named in {@link ContentHeader}.
 */
public final class ContentAddress {
  /** {@link CatalogueRequest} to {@code {"items":[{id,name,summary,scored}]}}. */
  public static final String ROLE_LIST = "content.v1.role.list";

  /** {@link DocumentRequest} to one role; 404 {@code not-found} when there is none by that id. */
  public static final String ROLE_GET = "content.v1.role.get";

  /**
   * {@link RoleBriefRequest} to {@code {"format","role","variant","responsibilities","firstDays",
   * "questions","notThisRole",...}}, the draft of a role's profile; 404 for a role without one, 422
   * {@code invalid-values} for a variant that is none.
   */
  public static final String ROLE_BRIEF = "content.v1.role.brief";

  /**
   * {@link RoleCompareRequest} to {@code {"aspects":[{aspect, values:{roleId: text or list}}]}};
   * 422 {@code invalid-values} with a pointer for each id that is unknown, double or too many.
   */
  public static final String ROLE_COMPARE = "content.v1.role.compare";

  /** {@link CatalogueRequest} to {@code {"items":[{id,title,situation,signals,roles,advice}]}}. */
  public static final String SCENARIO_LIST = "content.v1.scenario.list";

  /** {@link DocumentRequest} to one scenario. */
  public static final String SCENARIO_GET = "content.v1.scenario.get";

  /**
   * {@link CatalogueRequest} to {@code {"items":[{id,version,kind,name,summary,minutes,hash}]}},
   * the current version of each instrument.
   */
  public static final String INSTRUMENT_LIST = "content.v1.instrument.list";

  /** {@link InstrumentRequest} to one instrument in one language, with its {@code hash}. */
  public static final String INSTRUMENT_GET = "content.v1.instrument.get";

  /**
   * {@link InstrumentExportRequest} to an {@link InstrumentExport}, all languages at once; 409
   * {@code instrument-withdrawn} for one that opens no new rounds.
   */
  public static final String INSTRUMENT_EXPORT = "content.v1.instrument.export";

  /** {@link CatalogueRequest} to {@code {"terms":[{id,term,definition,example,roles}]}}. */
  public static final String GLOSSARY_GET = "content.v1.glossary.get";

  /** {@link CatalogueRequest} to {@code {"items":[{id,title,summary,when,roles}]}}. */
  public static final String GUIDE_LIST = "content.v1.guide.list";

  /** {@link DocumentRequest} to one guide with its template. */
  public static final String GUIDE_GET = "content.v1.guide.get";

  /**
   * {@link ResponsibilityListRequest} to {@code {"items":[{id,kind,name,text,roles:[{id,name}]}]}};
   * 422 {@code invalid-values} when there is no such role.
   */
  public static final String RESPONSIBILITY_LIST = "content.v1.responsibility.list";

  /**
   * {@link DocumentRequest} to one of the list with {@code
   * roles:[{id,name,summary,expected,does}]}, its {@code areas} and the {@code others} who work in
   * them; 404 when there is none by that id.
   */
  public static final String RESPONSIBILITY_GET = "content.v1.responsibility.get";

  /**
   * {@link ScenarioAdviceRequest} to {@code {"items":[{id,title,signals:[{id,text}],of,
   * roles:[{id,name}],advice,why,butWhen}], "roles":[{id,name,signals,because:[scenarioId]}]}}; 422
   * {@code invalid-values} with a pointer for each signal that is unknown, double or too many.
   */
  public static final String SCENARIO_ADVISE = "content.v1.scenario.advise";

  /**
   * {@link SearchRequest} to {@code {"query", "items":[{kind,id,title,snippet:[{text,hit}]}],
   * "notFound":[{word,instead:[word]}]}}, the best hits first.
   */
  public static final String SEARCH = "content.v1.search";

  /** A hint, published and never answered: {@link ContentPublished}. Receivers read again. */
  public static final String PUBLISHED = "content.v1.published";

  private ContentAddress() {}

  /** Every address that answers a request; {@link #PUBLISHED} is a hint and not among them. */
  public static List<String> operations() {
    return List.of(
        ROLE_LIST,
        ROLE_GET,
        ROLE_BRIEF,
        ROLE_COMPARE,
        SCENARIO_LIST,
        SCENARIO_GET,
        INSTRUMENT_LIST,
        INSTRUMENT_GET,
        INSTRUMENT_EXPORT,
        GLOSSARY_GET,
        GUIDE_LIST,
        GUIDE_GET,
        RESPONSIBILITY_LIST,
        RESPONSIBILITY_GET,
        SCENARIO_ADVISE,
        SEARCH);
  }
}
