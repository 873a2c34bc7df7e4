package dev.rolewise.content.contract;

import java.util.List;

/**
 * The event-bus addresses for those who edit content. Every request carries the editor's token; the
 * content service looks at it before anything else, and without the right one answers 404 {@code
 * not-found} whatever was asked. Replies are JSON objects where nothing else is said.
 */
public final class PackAddress {
  /**
   * {@link PackRequest} to {@code {"items":[{id,version,hash,languages,documents,current,
   * withdrawn,publishedAt}],"importing"}}, the newest version first; {@code importing} is null, or
   * {@code {documents,stored,searchable}} while an import is under way here, with {@code documents}
   * null until it has been checked.
   */
  public static final String LIST = "content.v1.pack.list";

  /**
   * {@link PackRequest} with a zip file attached to {@code {"pack":{…as listed}}}. The same pack
   * again is fine. 422 {@code invalid-pack} with every fault; 409 {@code version-taken}.
   */
  public static final String IMPORT = "content.v1.pack.import";

  /** {@link PackVersionRequest} to a zip file as bytes. */
  public static final String EXPORT = "content.v1.pack.export";

  /** {@link PackDiffRequest} to {@code {"changes":[{kind,file,pointer,before,after}],"total"}}. */
  public static final String DIFF = "content.v1.pack.diff";

  /**
   * {@link PackPublishRequest} to {@code {"pack":{…}}}: an earlier version turns readers back to
   * it. 409 {@code published-meanwhile} with {@code current} and the difference when another
   * version is current than the request stands on, 409 {@code pack-withdrawn}.
   */
  public static final String PUBLISH = "content.v1.pack.publish";

  /** {@link PackVersionRequest} to {@code {"pack":{…}}}: no new rounds with its instruments. */
  public static final String WITHDRAW = "content.v1.pack.withdraw";

  private PackAddress() {}

  /** Every address. */
  public static List<String> operations() {
    return List.of(LIST, IMPORT, EXPORT, DIFF, PUBLISH, WITHDRAW);
  }
}
